"""Makes the one file for people who may not install anything: `./run build`."""
