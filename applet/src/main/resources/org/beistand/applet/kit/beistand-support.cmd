@echo off
rem Starts the support program of this folder. Needs Java 25 or newer.
setlocal
set "here=%~dp0"
set "java=javaw"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\javaw"
where "%java%" >nul 2>nul || if not exist "%java%.exe" (
  echo Beistand needs Java 25 or newer, for example from https://adoptium.net
  echo Beistand braucht Java 25 oder neuer, zum Beispiel von https://adoptium.net
  pause
  exit /b 1
)
start "" "%java%" -Xmn8m -Xmx256m -XX:+UseSerialGC -XX:Tier4InvocationThreshold=60000 -XX:Tier4CompileThreshold=60000 -XX:CompileCommand=quiet -XX:CompileCommand=CompileThresholdScaling,com.sun.crypto.provider.*::*,0.05 --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow "-Dbeistand.home=%here%." -Dbeistand.rehearse=true -cp "%here%lib\*" org.beistand.applet.Applet
