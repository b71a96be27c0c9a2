#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Build the catalogues and start MigMeet in a language, with nothing installed.
#
# Usage: sh po/try.sh LANG [OPTION...] [FILE...]     LANG is a code of po/LINGUAS, or en, en_XA or ar_XB
#
# The system needs no locale for the language. Settings are those of a first start, and none are kept.
set -u

top=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P) || exit 1

# The codes of a LINGUAS file.
codes () {
  sed -e 's/#.*//' -e 's/[[:space:]]//g' -e '/^$/d' "$1"
}

language=${1-}
case $language in
  en_XA | ar_XB)
    # Made of the template for the tests; see po/pseudo.py.
    export MIGMEET_LOCALE_DIR="$top/_build/po/pseudo"
    ;;
  en) ;;
  *)
    if [ -z "$language" ] ||
       ! { codes "$top/po/LINGUAS"; codes "$top/po/corpus/LINGUAS"; } | grep -Fqx -e "$language"; then
      {
        [ -z "$language" ] || echo "“$language” stands neither in po/LINGUAS nor in po/corpus/LINGUAS."
        echo "Usage: sh po/try.sh LANG [OPTION...] [FILE...]"
        echo "LANG is one of: $({ echo en; codes "$top/po/LINGUAS"; codes "$top/po/corpus/LINGUAS"; } | sort -u |
                                tr '\n' ' ')(and, for programmers, en_XA and ar_XB)"
      } >&2
      exit 2
    fi
    ;;
esac
shift

# Dates and numbers come from the system's locale, where it has one for the language.
locale=$(locale -a 2>/dev/null | grep -i -m 1 -e "^$language\(_[A-Z]*\)\?\.utf-\?8$")
export LANGUAGE="$language" LC_ALL="${locale:-C.UTF-8}" GSETTINGS_BACKEND=memory
exec sh "$top/src/run.sh" "$@"
