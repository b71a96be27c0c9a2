#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Build MigMeet and start it from the build folder, with nothing installed but the packages it is built with.
#
# Usage: sh src/run.sh [OPTION...] [FILE...]     what migmeet itself takes; without a FILE, the bundled corpus opens
set -u

top=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P) || exit 1
build=$top/_build
. "$top/src/prepare.sh"

# True if the display that the environment names is there; a variable alone may be left over from another login.
display_answers () {
  case ${GDK_BACKEND-} in
    *broadway*) return 0 ;;
  esac
  python3 - <<'END'
import os
import re
import socket
import sys


def answers(path):
    with socket.socket(socket.AF_UNIX) as connection:
        connection.settimeout(5)
        return connection.connect_ex(path) == 0


def any_answers():
    wayland = os.environ.get('WAYLAND_DISPLAY')
    if wayland and answers(os.path.join(os.environ.get('XDG_RUNTIME_DIR', '/'), wayland)):
        return True
    display = re.fullmatch(r'(?:[a-z]+/)?(.*):(\d+)(?:\.\d+)?', os.environ.get('DISPLAY', ''))
    if not display:
        return False
    host, number = display[1], int(display[2])
    if host in ('', 'unix'):
        path = f'/tmp/.X11-unix/X{number}'
        return answers(path) or answers('\0' + path)
    socket.create_connection((host, 6000 + number), timeout=5).close()
    return True


try:
    sys.exit(0 if any_answers() else 1)
except OSError:
    sys.exit(1)
END
}

# shellcheck disable=SC2086 # a list of words
need_packages $run_packages
configure "$build"
compile "$build"

shows_window=yes
for argument; do
  case $argument in
    --) break ;;
    -h | --help | --help-* | --version) shows_window=no ;;
  esac
done
if [ $shows_window = yes ] && ! display_answers; then
  fail "MigMeet is built, but there is no display to show it on: neither WAYLAND_DISPLAY nor DISPLAY names a server" \
       "that answers. Run this from a graphical session, or draw the timeline to a file instead:" "" \
       "  '$build/src/cli/migmeet-corpus' draw --output timeline.svg '$top/data/corpus.json'"
fi

# Nothing is installed, so say where everything lies. Without dconf, settings would be forgotten: keep them in a file.
export GSETTINGS_SCHEMA_DIR="$build/data"
export MIGMEET_DATA_DIR="${MIGMEET_DATA_DIR-$top/data}"
export MIGMEET_LOCALE_DIR="${MIGMEET_LOCALE_DIR-$build/po:$build/po/corpus}"
export XDG_DATA_DIRS="$top/data:${XDG_DATA_DIRS:-/usr/local/share:/usr/share}"
if [ -z "${GSETTINGS_BACKEND-}" ] &&
   [ ! -e "$(pkg-config --variable=giomoduledir gio-2.0)/libdconfsettings.so" ]; then
  export GSETTINGS_BACKEND=keyfile
fi
exec "$build/src/app/migmeet" "$@"
