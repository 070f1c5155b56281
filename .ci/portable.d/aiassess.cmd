@"%~dp0python\python.exe" -X "pycache_prefix=%LOCALAPPDATA%\aiassess\Cache\python" -x "%~f0" %* & goto :eof
# Python reads this file from its second line on (-x), so that the program knows by what name it was started.
import sys

from aiassess.cli.main import main

del __file__  # else each worker of a batch would read this file as a module
sys.exit(main())
