"""WeasyPrint's own files, and the libraries it opens. No fontconfig files of this machine: ours decide."""

from PyInstaller.utils.hooks import collect_data_files

from one_file.carried import libraries

datas = collect_data_files("weasyprint")
binaries = [(library, ".") for library in libraries()]
