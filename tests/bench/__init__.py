"""The wizard's numbers, each as a ratio within one run: `./run bench [--quick] [NAME …]`."""
