@rem Klik dua kali untuk mula. Double-click to start. Laporan - reports: %USERPROFILE%\Documents
@pushd "%USERPROFILE%\Documents" 2>nul || pushd "%USERPROFILE%"
@call "%~dp0aiassess.cmd" %*
@pause
