# SPDX-License-Identifier: GPL-3.0-or-later
# What src/run.sh and tests/run.sh share: to see that the packages are there, and to configure and compile quietly.
# Sourced, for any POSIX shell. The caller sets "top" (the checkout) first.

# What building and running takes on Debian 12 and 13. librsvg2-common draws the icons.
run_packages='gcc libc6-dev meson ninja-build pkgconf python3 gettext
libglib2.0-dev libgtk-4-dev libjson-glib-dev adwaita-icon-theme librsvg2-common'

say () {
  printf '%s\n' "$*" >&2
}

fail () {
  for line; do
    say "$line"
  done
  exit 1
}

# need_packages PACKAGE...: install what is missing. Asks dpkg alone when nothing is.
need_packages () {
  if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
    need_programs
    return
  fi
  missing=
  installed=$(dpkg-query --show --showformat='${db:Status-Status} ${Package}\n' "$@" 2>/dev/null)
  for package; do
    case "
$installed
" in
      *"
installed $package
"*) ;;
      *) missing="$missing $package" ;;
    esac
  done
  [ -z "$missing" ] || install_packages
}

# Installs $missing, as root or through sudo. A package list that is absent or stale is fetched first.
install_packages () {
  as_root=
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null ||
      fail "These packages are missing:$missing" \
           "Install them as root, then run this again:" "  apt-get install --no-install-recommends$missing"
    as_root=sudo
  fi
  say "Installing (this may take a few minutes):$missing"
  log=$(mktemp) || fail "There is no room for a temporary file."
  if ! apt_install >"$log" 2>&1 && ! { apt_update >"$log" 2>&1 && apt_install >>"$log" 2>&1; }; then
    cat "$log" >&2
    rm -f "$log"
    fail "" "The packages could not be installed; the lines above say why. They are:" " $missing" \
         "With network access to the distribution's packages, run this again."
  fi
  rm -f "$log"
}

apt_update () {
  $as_root apt-get -q -o DPkg::Lock::Timeout=300 update
}

apt_install () {
  $as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o DPkg::Lock::Timeout=300 \
    install --no-install-recommends $missing </dev/null
}

# Where there is no apt: go on if what the build needs is there, and name it plainly if not.
need_programs () {
  lacking=
  for program in cc meson ninja pkg-config python3 msgfmt; do
    command -v "$program" >/dev/null || lacking="$lacking $program"
  done
  case $lacking in
    *pkg-config*) ;;
    *)
      for module in 'gtk4 >= 4.8' 'glib-2.0 >= 2.74' 'json-glib-1.0 >= 1.6'; do
        pkg-config --exists "$module" || lacking="$lacking ${module%% *}"
      done
      ;;
  esac
  [ -z "$lacking" ] ||
    fail "Not found:$lacking" \
         "MigMeet is built with these packages, which this system, having no apt, must install its own way:" \
         "  a C compiler, meson >= 1.0, ninja, pkg-config, Python 3, gettext," \
         "  the development files of GTK >= 4.8, GLib >= 2.74 (with its tools) and json-glib >= 1.6," \
         "  an icon theme (Adwaita), the SVG loader of librsvg and a font." \
         "Install them, then run this again."
}

# quietly WHAT COMMAND...: run a command, and show what it said only if it fails.
quietly () {
  what=$1
  shift
  if ! output=$("$@" 2>&1); then
    printf '%s\n' "$output" >&2
    fail "" "$what failed; the lines above say why."
  fi
}

# configure FOLDER [MESON OPTION...]: once, and again when the checkout has moved.
configure () {
  folder=$1
  shift
  if [ ! -f "$folder/build.ninja" ]; then
    say "Building in ${folder##*/}; the first time takes a minute or two."
    quietly "Configuring ${folder##*/}" meson setup "$folder" "$top" "$@"
  elif [ -f "$folder/made-from" ] && [ "$(cat "$folder/made-from")" != "$top" ]; then
    say "Building in ${folder##*/} afresh."
    quietly "Configuring ${folder##*/}" meson setup --wipe "$folder" "$top" "$@"
  fi
  printf '%s\n' "$top" >"$folder/made-from"
}

# compile FOLDER [TARGET...]
compile () {
  folder=$1
  shift
  quietly "Building in ${folder##*/}" ninja -C "$folder" "$@"
}
