#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Takes the README's picture, main.png, of the built application: the session that prepared the summit, on the bundled
# corpus. Needs what src/run.sh installs, and Xvfb, xdotool, a window manager (openbox) and ImageMagick.
set -eu

top=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)
build=$top/_build
[ -x "$build/src/app/migmeet" ] || { echo "Build first: sh src/run.sh --version" >&2; exit 1; }

work=$(mktemp -d)
trap 'kill $app $manager $server 2>/dev/null || true; rm -rf "$work"' EXIT
app='' manager='' server=''
mkdir -p "$work/config/gtk-4.0" "$work/run"
chmod 700 "$work/run"
printf '[Settings]\ngtk-font-name=Cantarell 11\ngtk-enable-animations=0\n' > "$work/config/gtk-4.0/settings.ini"

Xvfb -displayfd 3 -screen 0 1280x800x24 -nolisten tcp 3> "$work/display" 2> /dev/null &
server=$!
until [ -s "$work/display" ]; do sleep 0.1; done
DISPLAY=:$(cat "$work/display")
export DISPLAY
cat > "$work/rc.xml" << XML
<openbox_config xmlns="http://openbox.org/3.4/rc">
  <applications><application class="*"><decor>no</decor><maximized>yes</maximized></application></applications>
</openbox_config>
XML
openbox --config-file "$work/rc.xml" > /dev/null 2>&1 &
manager=$!

env HOME="$work" XDG_CONFIG_HOME="$work/config" XDG_RUNTIME_DIR="$work/run" LC_ALL=C.UTF-8 GDK_BACKEND=x11 \
  GSK_RENDERER=cairo GTK_A11Y=none GSETTINGS_BACKEND=memory GSETTINGS_SCHEMA_DIR="$build/data" \
  MIGMEET_DATA_DIR="$top/data" dbus-run-session -- "$build/src/app/migmeet" 'migmeet:un-cmim#S14-08' \
  > /dev/null 2>&1 &
app=$!
xdotool search --sync --onlyvisible --class migmeet > /dev/null
sleep 3
# Six years about the meeting: four clicks of the wheel with Ctrl held zoom about the pointer.
xdotool mousemove 1010 200 keydown ctrl click --repeat 4 --delay 200 4 keyup ctrl
sleep 1
xdotool mousemove 640 790
sleep 1
import -window root "$top/data/screenshots/main.png"
