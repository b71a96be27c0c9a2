#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Run every test, headless, and say on the last line how many passed, failed and were skipped.
#
# Usage: sh tests/run.sh [MESON TEST ARGUMENT...]
#
# Without arguments all tests run, and those of the core a second time under the address and undefined-behaviour
# sanitizers. Arguments (a test's name, --suite NAME, --verbose ...) choose among the plain ones.
set -u

top=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P) || exit 1
build=$top/_build
sanitized=$top/_build-sanitize
. "$top/src/prepare.sh"

# A display, a session bus and the accessibility bus without a screen; hands and eyes for the end-to-end tests; two
# screens and a window manager for those that present; and what looks over the data.
test_packages='xvfb dbus-daemon at-spi2-core gir1.2-atspi-2.0 python3-gi xdotool
xserver-xorg-core xserver-xorg-video-dummy x11-xserver-utils openbox
desktop-file-utils appstream groff-base poppler-utils python3-jsonschema'

scratch=
server=

clean_up () {
  trap - EXIT INT TERM HUP
  if [ -n "$server" ]; then
    kill "$server" 2>/dev/null
    wait "$server" 2>/dev/null
  fi
  [ -z "$scratch" ] || rm -rf "$scratch"
}

# Nothing of the person's own session or settings is seen or touched.
isolate () {
  scratch=$(mktemp -d) || fail "There is no room for a temporary folder."
  trap clean_up EXIT
  trap 'clean_up; exit 130' INT
  trap 'clean_up; exit 143' TERM HUP
  mkdir -p "$scratch/home" "$scratch/run"
  chmod 700 "$scratch/run"
  export HOME="$scratch/home" XDG_RUNTIME_DIR="$scratch/run"
  export XDG_CONFIG_HOME="$HOME/.config" XDG_DATA_HOME="$HOME/.local/share" XDG_STATE_HOME="$HOME/.local/state"
  export XDG_CACHE_HOME="$HOME/.cache"
  export LC_ALL=C.UTF-8 TZ=UTC
  export GDK_BACKEND=x11 GSK_RENDERER=cairo LIBGL_ALWAYS_SOFTWARE=1
  export GIO_USE_VFS=local GIO_USE_VOLUME_MONITOR=unix GSETTINGS_BACKEND=memory
  export UBSAN_OPTIONS=halt_on_error=1:print_stacktrace=1
  unset LANGUAGE WAYLAND_DISPLAY DISPLAY DBUS_SESSION_BUS_ADDRESS XAUTHORITY GTK_THEME GTK_MODULES
}

# The X server picks a free display number itself and writes it when it is ready.
start_display () {
  : >"$scratch/display"
  Xvfb -displayfd 3 -screen 0 1920x1080x24 -nolisten tcp -noreset 3>"$scratch/display" >"$scratch/xvfb.log" 2>&1 &
  server=$!
  tries=0
  while [ ! -s "$scratch/display" ]; do
    tries=$((tries + 1))
    if [ $tries -gt 300 ] || ! kill -0 "$server" 2>/dev/null; then
      cat "$scratch/xvfb.log" >&2
      fail "" "The virtual display did not start; the lines above say why."
    fi
    sleep 0.1
  done
  DISPLAY=:$(cat "$scratch/display")
  export DISPLAY
}

# run_tests FOLDER [MESON TEST ARGUMENT...]: with a session bus, and where the system lets us without a network.
run_tests () {
  folder=$1
  shift
  log=$folder/meson-logs/testlog.json
  rm -f "$log"
  if ! $offline dbus-run-session -- meson test -C "$folder" --print-errorlogs "$@"; then
    failed=1
    logs="$logs $log"
  elif [ -f "$log" ]; then
    logs="$logs $log"
  fi
}

# shellcheck disable=SC2086 # lists of words
need_packages $run_packages $test_packages

all=yes
[ $# -eq 0 ] || all=no
configure "$build" --werror
grep -q -- ' -Werror ' "$build/build.ninja" || quietly "Configuring _build" meson configure "$build" -Dwerror=true
compile "$build"
if [ $all = yes ]; then
  configure "$sanitized" --werror -Db_sanitize=address,undefined -Db_lundef=false
  compile "$sanitized" core-tests
fi

isolate
start_display
offline=
for wrapper in 'unshare --net' 'unshare --map-current-user --net'; do
  if $wrapper true 2>/dev/null; then
    offline=$wrapper
    break
  fi
done

failed=0
logs=
run_tests "$build" "$@"
if [ $all = yes ]; then
  run_tests "$sanitized" --suite core
fi
# shellcheck disable=SC2086 # a list of words
python3 "$top/tests/summary.py" $logs || failed=1
exit $failed
