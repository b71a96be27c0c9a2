#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Try src/run.sh, po/try.sh and tests/summary.py. The scripts run on a made-up system, where apt, meson and ninja are
stand-ins that write down how they were called, so nothing is installed, built or opened.

Usage: test_scripts.py ROOT
"""

import json
import os
import pathlib
import shutil
import socket
import subprocess
import sys
import tempfile
import unittest

import tap

ROOT = pathlib.Path(sys.argv[1])

# What a minimal system has; everything else on the made-up one is a stand-in.
TOOLS = ('cat', 'chmod', 'dirname', 'env', 'grep', 'mkdir', 'mktemp', 'rm', 'sed', 'sh', 'sort', 'tr')

STAND_INS = {
    'dpkg-query': '''for name; do
  case " $FAKE_MISSING " in
    *" $name "*) status=1 ;;
    *) case $name in --*) ;; *) echo "installed $name" ;; esac ;;
  esac
done
exit ${status-0}''',
    'apt-get': '''case "$*" in
  *install*) if [ -f "$FAKE_FAILS" ]; then read -r left <"$FAKE_FAILS"; else left=0; fi
    if [ $left -gt 0 ]; then echo $((left - 1)) >"$FAKE_FAILS"; echo "E: no such package"; exit 100; fi ;;
esac''',
    'id': 'echo "$FAKE_UID"',
    'sudo': 'exec "$@"',
    'meson': '[ "$2" = --wipe ] && shift; mkdir -p "$2"; : >"$2/build.ninja"',
    'ninja': '''[ -z "$FAKE_BROKEN" ] || { echo "mig-thing.c:1: error: expected ;"; exit 1; }
mkdir -p "$2/src/app"
printf '#!/bin/sh\\nexec python3 "$FAKE_PROGRAM" "$@"\\n' >"$2/src/app/migmeet"
chmod +x "$2/src/app/migmeet"''',
    'pkg-config': 'case $1 in --variable*) echo /nowhere ;; esac',
    'cc': '',
    'msgfmt': '',
}

PROGRAM = '''import json, os, sys
print(json.dumps({'arguments': sys.argv[1:], 'folder': os.getcwd(), 'environment': dict(os.environ)}))
sys.exit(7)
'''


class RunScript(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.scratch = pathlib.Path(scratch.name).resolve()
        self.top = self.scratch / 'a checkout'
        (self.top / 'src').mkdir(parents=True)
        for name in ('run.sh', 'prepare.sh'):
            shutil.copy(ROOT / 'src' / name, self.top / 'src' / name)
        (self.top / 'po' / 'corpus').mkdir(parents=True)
        shutil.copy(ROOT / 'po' / 'try.sh', self.top / 'po' / 'try.sh')
        (self.top / 'po' / 'LINGUAS').write_text('# the interface\nfr\npt_BR\n', encoding='utf-8')
        (self.top / 'po' / 'corpus' / 'LINGUAS').write_text('tlh\n', encoding='utf-8')
        self.bin = self.scratch / 'bin'
        self.bin.mkdir()
        for name in TOOLS:
            (self.bin / name).symlink_to(shutil.which(name))
        (self.bin / 'python3').symlink_to(sys.executable)
        for name, body in STAND_INS.items():
            path = self.bin / name
            path.write_text(f'#!/bin/sh\necho "{name} $*" >>"$FAKE_CALLS"\n{body}\n', encoding='utf-8')
            path.chmod(0o755)
        self.calls_file = self.scratch / 'calls'
        (self.scratch / 'program.py').write_text(PROGRAM, encoding='utf-8')
        display = socket.socket(socket.AF_UNIX)
        self.addCleanup(display.close)
        display.bind(str(self.scratch / 'wayland-test'))
        display.listen()
        self.environment = {
            'PATH': str(self.bin), 'TMPDIR': str(self.scratch), 'XDG_RUNTIME_DIR': str(self.scratch),
            'WAYLAND_DISPLAY': 'wayland-test', 'FAKE_CALLS': str(self.calls_file), 'FAKE_MISSING': '',
            'FAKE_FAILS': str(self.scratch / 'fails'), 'FAKE_UID': '0', 'FAKE_BROKEN': '',
            'FAKE_PROGRAM': str(self.scratch / 'program.py'),
        }

    def run_script(self, *arguments, script='src/run.sh', **changes):
        """Run a script; a change to None takes a variable out of the environment."""
        self.calls_file.write_text('', encoding='utf-8')
        environment = {key: value for key, value in {**self.environment, **changes}.items() if value is not None}
        return subprocess.run(['sh', str(self.top / script), *arguments], cwd=self.scratch, env=environment,
                              capture_output=True, text=True, check=False, timeout=60)

    def calls(self, name):
        lines = self.calls_file.read_text(encoding='utf-8').splitlines()
        return [line.partition(' ')[2] for line in lines if line.startswith(name + ' ')]

    def remove(self, *names):
        for name in names:
            (self.bin / name).unlink()

    def test_starts_what_was_built(self):
        run = self.run_script('a file.json', '--open', '')
        self.assertEqual(run.returncode, 7, run.stderr)
        started = json.loads(run.stdout)
        self.assertEqual(started['arguments'], ['a file.json', '--open', ''])
        self.assertEqual(started['folder'], str(self.scratch))
        environment = started['environment']
        self.assertEqual(environment['GSETTINGS_SCHEMA_DIR'], f'{self.top}/_build/data')
        self.assertEqual(environment['MIGMEET_DATA_DIR'], f'{self.top}/data')
        self.assertEqual(environment['MIGMEET_LOCALE_DIR'], f'{self.top}/_build/po:{self.top}/_build/po/corpus')
        self.assertEqual(environment['XDG_DATA_DIRS'].split(':')[0], f'{self.top}/data')
        self.assertEqual(environment['GSETTINGS_BACKEND'], 'keyfile')
        self.assertEqual(self.calls('apt-get'), [])

    def test_what_the_person_chose_stands(self):
        run = self.run_script(MIGMEET_DATA_DIR='/elsewhere', GSETTINGS_BACKEND='memory', XDG_DATA_DIRS='/a:/b')
        environment = json.loads(run.stdout)['environment']
        self.assertEqual(environment['MIGMEET_DATA_DIR'], '/elsewhere')
        self.assertEqual(environment['GSETTINGS_BACKEND'], 'memory')
        self.assertEqual(environment['XDG_DATA_DIRS'], f'{self.top}/data:/a:/b')

    def test_try_starts_in_the_language(self):
        for language in ('fr', 'tlh', 'en'):
            run = self.run_script(language, 'my.json', script='po/try.sh', LANGUAGE='de', LC_ALL='C')
            self.assertEqual(run.returncode, 7, run.stderr)
            started = json.loads(run.stdout)
            self.assertEqual(started['arguments'], ['my.json'])
            environment = started['environment']
            self.assertEqual((environment['LANGUAGE'], environment['LC_ALL']), (language, 'C.UTF-8'))
            self.assertEqual(environment['GSETTINGS_BACKEND'], 'memory')
            self.assertEqual(environment['MIGMEET_LOCALE_DIR'], f'{self.top}/_build/po:{self.top}/_build/po/corpus')

    def test_try_takes_the_locale_of_the_system(self):
        (self.bin / 'locale').write_text('#!/bin/sh\nprintf "C\\nen_GB.utf8\\nfr_CA.utf8\\npt_BR.utf8\\n"\n',
                                         encoding='utf-8')
        (self.bin / 'locale').chmod(0o755)
        for language, locale in (('fr', 'fr_CA.utf8'), ('pt_BR', 'pt_BR.utf8'), ('tlh', 'C.UTF-8')):
            run = self.run_script(language, script='po/try.sh')
            self.assertEqual(json.loads(run.stdout)['environment']['LC_ALL'], locale)

    def test_try_takes_what_is_made_for_tests(self):
        run = self.run_script('ar_XB', script='po/try.sh')
        environment = json.loads(run.stdout)['environment']
        self.assertEqual(environment['MIGMEET_LOCALE_DIR'], f'{self.top}/_build/po/pseudo')
        self.assertEqual(environment['LANGUAGE'], 'ar_XB')

    def test_try_names_the_languages_there_are(self):
        for arguments in ((), ('xx',), ('f',), ('.*',)):
            run = self.run_script(*arguments, script='po/try.sh')
            self.assertEqual((run.returncode, run.stdout), (2, ''))
            self.assertIn('en fr pt_BR tlh', run.stderr)
            self.assertEqual(self.calls('ninja'), [])

    def test_second_run_only_compiles(self):
        self.run_script()
        run = self.run_script()
        self.assertEqual((run.returncode, run.stderr), (7, ''))
        self.assertEqual(self.calls('meson'), [])
        self.assertEqual(len(self.calls('ninja')), 1)

    def test_moved_checkout_is_configured_afresh(self):
        self.run_script()
        self.top = self.top.rename(self.scratch / 'moved')
        self.assertEqual(self.run_script().returncode, 7)
        self.assertEqual(self.calls('meson'), [f'setup --wipe {self.top}/_build {self.top}'])

    def test_installs_exactly_what_is_missing(self):
        run = self.run_script(FAKE_MISSING='meson libgtk-4-dev')
        self.assertEqual(run.returncode, 7, run.stderr)
        install, = self.calls('apt-get')
        self.assertTrue(install.endswith(' install --no-install-recommends meson libgtk-4-dev'), install)
        self.assertEqual(self.calls('sudo'), [])

    def test_fetches_package_lists_when_needed(self):
        (self.scratch / 'fails').write_text('1\n', encoding='utf-8')
        run = self.run_script(FAKE_MISSING='meson')
        self.assertEqual(run.returncode, 7, run.stderr)
        self.assertEqual([call.rpartition('=300 ')[2].split()[0] for call in self.calls('apt-get')],
                         ['install', 'update', 'install'])

    def test_says_why_nothing_could_be_installed(self):
        (self.scratch / 'fails').write_text('9\n', encoding='utf-8')
        run = self.run_script(FAKE_MISSING='meson')
        self.assertEqual(run.returncode, 1)
        self.assertIn('E: no such package', run.stderr)
        self.assertIn('could not be installed', run.stderr)
        self.assertEqual(self.calls('ninja'), [])

    def test_uses_sudo_unless_root(self):
        self.assertEqual(self.run_script(FAKE_MISSING='meson', FAKE_UID='1000').returncode, 7)
        self.assertEqual(len(self.calls('sudo')), 1)

    def test_without_root_or_sudo_names_the_command(self):
        self.remove('sudo')
        run = self.run_script(FAKE_MISSING='meson gettext', FAKE_UID='1000')
        self.assertEqual(run.returncode, 1)
        self.assertIn('apt-get install --no-install-recommends meson gettext', run.stderr)
        self.assertEqual(self.calls('apt-get'), [])

    def test_without_apt_goes_on_if_it_can(self):
        self.remove('apt-get', 'dpkg-query')
        self.assertEqual(self.run_script().returncode, 7)

    def test_without_apt_names_what_it_needs(self):
        self.remove('apt-get', 'dpkg-query', 'meson', 'cc')
        run = self.run_script()
        self.assertEqual(run.returncode, 1)
        self.assertIn('Not found: cc meson\n', run.stderr)
        self.assertIn('GTK >= 4.8', run.stderr)

    def test_shows_why_the_build_failed(self):
        run = self.run_script(FAKE_BROKEN='yes')
        self.assertEqual(run.returncode, 1)
        self.assertIn('mig-thing.c:1: error', run.stderr)
        self.assertTrue(run.stderr.endswith('Building in _build failed; the lines above say why.\n'), run.stderr)

    def test_without_a_display_offers_a_drawing(self):
        for display in ({}, {'WAYLAND_DISPLAY': 'gone'}, {'DISPLAY': ':98765'}, {'DISPLAY': 'nonsense'},
                        {'DISPLAY': '127.0.0.1:59000'}):
            run = self.run_script(**{'WAYLAND_DISPLAY': None, **display})
            self.assertEqual((run.returncode, run.stdout), (1, ''), display)
            self.assertIn('no display', run.stderr)
            self.assertIn("_build/src/cli/migmeet-corpus' draw --output timeline.svg", run.stderr)
            self.assertEqual(len(self.calls('ninja')), 1, 'built all the same')

    def test_help_needs_no_display(self):
        for option in ('--help', '-h', '--help-all', '--version'):
            self.assertEqual(self.run_script(option, WAYLAND_DISPLAY=None).returncode, 7, option)
        self.assertEqual(self.run_script('--', '--help', WAYLAND_DISPLAY=None).returncode, 1, 'a file of that name')


class Summary(unittest.TestCase):
    def summary(self, *records):
        with tempfile.TemporaryDirectory() as scratch:
            logs = pathlib.Path(scratch) / '_build/meson-logs'
            logs.mkdir(parents=True)
            lines = [json.dumps({'name': f'migmeet:core / {number}', 'stdout': output, 'result': result})
                     for number, (result, output) in enumerate(records)]
            (logs / 'testlog.json').write_text('\n'.join(lines), encoding='utf-8')
            run = subprocess.run([sys.executable, str(ROOT / 'tests/summary.py'), str(logs / 'testlog.json')],
                                 capture_output=True, text=True, check=False)
        return run.returncode, run.stdout.splitlines()[-1]

    def test_counts_points(self):
        self.assertEqual(self.summary(('OK', 'ok 1 /a\nok 2 /b # SKIP no sound\n1..2\n'), ('OK', 'plain')),
                         (0, '2 passed, 0 failed, 1 skipped'))

    def test_counts_failures(self):
        self.assertEqual(self.summary(('FAIL', 'ok 1 /a\nnot ok 2 /b\n# not ok\n'), ('FAIL', '')),
                         (1, '1 passed, 2 failed, 0 skipped'))

    def test_a_crash_after_good_points_counts(self):
        self.assertEqual(self.summary(('ERROR', 'ok 1 /a\n'), ('TIMEOUT', 'ok 1 /a\n')),
                         (1, '2 passed, 2 failed, 0 skipped'))

    def test_whole_programs_may_be_skipped(self):
        self.assertEqual(self.summary(('SKIP', '1..0 # SKIP no display\n'), ('EXPECTEDFAIL', '')),
                         (0, '1 passed, 0 failed, 1 skipped'))

    def test_an_absent_log_is_a_failure(self):
        run = subprocess.run([sys.executable, str(ROOT / 'tests/summary.py'), '/nowhere/meson-logs/testlog.json'],
                             capture_output=True, text=True, check=False)
        self.assertEqual((run.returncode, run.stdout.splitlines()[-1]), (1, '0 passed, 1 failed, 0 skipped'))


if __name__ == '__main__':
    tap.main()
