# SPDX-License-Identifier: GPL-3.0-or-later
"""A stage for the end-to-end tests: a display, a session bus, an accessibility bus and an empty home of their own, and
the program as `meson install` lays it out. So several of them can run beside each other, and nothing of the person's
session is seen or touched.

  Stage ──installs──> folder ──starts──> Application ──accessibility bus──> nodes ──> the test
"""

import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time

import tongue

# Nothing takes so long on any machine that does not hang.
LIMIT = 90

BUS_LAUNCHERS = ('/usr/libexec/at-spi-bus-launcher', '/usr/lib/at-spi2-core/at-spi-bus-launcher')


class NotHere(Exception):
    """Something that the stage is built from is not installed."""


def need(program):
    path = shutil.which(program)
    if not path:
        raise NotHere(f'{program} is not installed')
    return path


def skip(why):
    """End the test, which is none here."""
    print(f'1..0 # SKIP {why}')
    sys.exit(0)


def check(*programs):
    """Skip the test where something is not installed that every stage is built from, or one of PROGRAMS."""
    try:
        import gi
        gi.require_version('Atspi', '2.0')
        for program in (*programs, 'dbus-daemon', 'xdotool', 'meson', 'glib-compile-schemas'):
            need(program)
    except (ImportError, ValueError, NotHere) as missing:
        skip(missing)


def until(condition, what, limit=LIMIT):
    """Ask until the answer is true, and return it. Events of the accessibility bus are let in meanwhile."""
    from gi.repository import GLib
    context = GLib.MainContext.default()
    end = time.monotonic() + limit
    while True:
        while context.pending():
            context.iteration(False)
        answer = condition()
        if answer:
            return answer
        if time.monotonic() > end:
            raise AssertionError(f'waited {limit} seconds for {what}')
        time.sleep(0.03)


def where(name):
    """Where the window of that name is, as (left, top, width, height); None while it is not shown."""
    found = subprocess.run([need('xdotool'), 'search', '--onlyvisible', '--name', f'^{re.escape(name)}$'],
                           capture_output=True, text=True, timeout=LIMIT, check=False).stdout.split()
    if not found:
        return None
    shell = subprocess.run([need('xdotool'), 'getwindowgeometry', '--shell', found[-1]], capture_output=True,
                           text=True, timeout=LIMIT, check=False).stdout
    values = dict(line.split('=') for line in shell.split())
    return tuple(int(values[key]) for key in ('X', 'Y', 'WIDTH', 'HEIGHT')) if 'X' in values else None


class Stage:
    def __init__(self, build, language=None, folder=None):
        self.language = language
        self.catalogues = folder
        self.processes = []
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix='migmeet-e2e-'))
        try:
            self.make_home()
            self.start_display()
            self.start_buses()
            self.install(build)
        except BaseException:
            self.close()
            raise

    def make_home(self):
        home = self.folder / 'home'
        runtime = self.folder / 'run'
        home.mkdir()
        runtime.mkdir(mode=0o700)
        for name in ('WAYLAND_DISPLAY', 'G_DEBUG', 'GTK_THEME', 'GTK_MODULES', 'LANGUAGE', 'AT_SPI_BUS_ADDRESS'):
            os.environ.pop(name, None)
        os.environ.update({
            'HOME': str(home),
            'XDG_CONFIG_HOME': str(home / '.config'),
            'XDG_DATA_HOME': str(home / '.local' / 'share'),
            'XDG_CACHE_HOME': str(home / '.cache'),
            'XDG_STATE_HOME': str(home / '.local' / 'state'),
            'XDG_RUNTIME_DIR': str(runtime),
            'LC_ALL': 'C.UTF-8',
            'GDK_BACKEND': 'x11',
            'GSK_RENDERER': 'cairo',
            'LIBGL_ALWAYS_SOFTWARE': '1',
            'GTK_A11Y': 'atspi',
            'GIO_USE_VFS': 'local',
            'GSETTINGS_BACKEND': 'memory',
        })

    def start(self, *command, **options):
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **options)
        self.processes.append(process)
        return process

    def start_display(self):
        """The server picks a free number by itself and writes it when it is ready."""
        reading, writing = os.pipe()
        with os.fdopen(reading) as number:
            self.start(need('Xvfb'), '-displayfd', str(writing), '-screen', '0', '1280x800x24', '-nolisten', 'tcp',
                       '-noreset', pass_fds=(writing,), stdout=subprocess.DEVNULL)
            os.close(writing)
            answer = number.readline().strip()
        if not answer:
            raise NotHere('the virtual display did not start')
        os.environ['DISPLAY'] = f':{answer}'

    def start_buses(self):
        bus = self.start(need('dbus-daemon'), '--session', '--nofork', '--print-address', stdout=subprocess.PIPE,
                         text=True)
        os.environ['DBUS_SESSION_BUS_ADDRESS'] = bus.stdout.readline().strip()
        for launcher in BUS_LAUNCHERS:
            if os.access(launcher, os.X_OK):
                self.start(launcher, '--launch-immediately', stdout=subprocess.DEVNULL)
                return
        raise NotHere('at-spi-bus-launcher is not installed')

    def install(self, build):
        root = self.folder / 'root'
        subprocess.run([need('meson'), 'install', '-C', build, '--no-rebuild', '--quiet', '--destdir', str(root)],
                       check=True, stdout=subprocess.DEVNULL)
        self.program = next(root.glob('**/bin/migmeet'))
        share = self.program.parent.parent / 'share'
        schemas = share / 'glib-2.0' / 'schemas'
        subprocess.run([need('glib-compile-schemas'), str(schemas)], check=True)
        os.environ.update({
            'MIGMEET_DATA_DIR': str(share / 'migmeet'),
            'MIGMEET_LOCALE_DIR': str(share / 'locale'),
            'GSETTINGS_SCHEMA_DIR': str(schemas),
            'XDG_DATA_DIRS': f'{share}:/usr/local/share:/usr/share',
        })
        self.corpus = share / 'migmeet' / 'corpus.json'
        folders = [folder for folder in (self.catalogues, str(share / 'locale')) if folder]
        if self.language:
            os.environ.update({'LANGUAGE': self.language, 'MIGMEET_LOCALE_DIR': os.pathsep.join(folders)})
        self.tongue = tongue.Tongue(self.language, folders)

    def run(self, *arguments):
        """Run the program to its end, without a window."""
        return subprocess.run([str(self.program), *arguments], capture_output=True, text=True, timeout=LIMIT,
                              check=False)

    def close(self):
        for process in reversed(self.processes):
            process.terminate()
        for process in self.processes:
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
            if process.stdout:
                process.stdout.close()
        shutil.rmtree(self.folder, ignore_errors=True)


class Application:
    """The program with a window, and what a screen reader finds in it."""

    def __init__(self, stage, *arguments, forgets=True):
        """FORGETS: begin as if no corpus had been open before."""
        if forgets:
            shutil.rmtree(stage.folder / 'home' / '.local', ignore_errors=True)
        import gi
        gi.require_version('Atspi', '2.0')
        from gi.repository import Atspi
        self.atspi = Atspi
        self.tongue = stage.tongue
        Atspi.init()
        self.errors = (stage.folder / 'errors').open('w+')
        self.process = subprocess.Popen([str(stage.program), *arguments], stdin=subprocess.DEVNULL,
                                        stdout=subprocess.DEVNULL, stderr=self.errors)
        self.focus = None
        self.listener = Atspi.EventListener.new(self.focused_cb)
        self.listener.register('object:state-changed:focused')
        self.announced = []
        self.hearer = Atspi.EventListener.new(lambda event: self.announced.append(str(event.any_data)))
        self.hearer.register('object:announcement')
        self.frame = until(self.find_frame, 'the window')

    def focused_cb(self, event):
        if event.detail1:
            self.focus = event.source

    def find_frame(self):
        self.assert_running()
        desktop = self.atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            application = desktop.get_child_at_index(i)
            if application and application.get_process_id() == self.process.pid and application.get_child_count():
                application.set_cache_mask(self.atspi.Cache.NONE)
                return application.get_child_at_index(0)
        return None

    def assert_running(self):
        status = self.process.poll()
        assert status is None, f'the program has ended with status {status}: {self.printed()}'

    def printed(self):
        self.errors.flush()
        self.errors.seek(0)
        return self.errors.read()

    def walk(self, node=None):
        """Every node below one, itself included; what vanishes meanwhile is passed over."""
        from gi.repository import GLib
        pending = [node or self.frame]
        while pending:
            node = pending.pop()
            try:
                children = [node.get_child_at_index(i) for i in range(node.get_child_count())]
                name, role = node.get_name(), node.get_role()
            except GLib.Error:
                continue
            yield node, name or '', role
            pending.extend(child for child in reversed(children) if child)

    def look(self, name, *roles, below=None):
        """The first node whose name is, or is matched by, NAME."""
        self.assert_running()
        matches = name.fullmatch if isinstance(name, re.Pattern) else name.__eq__
        for node, found, role in self.walk(below):
            if matches(found) and (not roles or role in roles):
                return node
        return None

    def read_twice(self, below=None):
        """What a screen reader says twice of the controls: names that say the same again, and those that something
        inside the control says once more. The button that GTK has inside of a menu's is the control itself."""
        role = self.atspi.Role
        controls = {role.PUSH_BUTTON, role.TOGGLE_BUTTON, role.CHECK_BOX, role.RADIO_BUTTON, role.LINK, role.MENU_ITEM}
        twice = []
        for control, name, kind in self.walk(below):
            if kind not in controls or not name:
                continue
            words = name.split()
            half = len(words) // 2
            if half and words[:half] == words[half:]:
                twice.append(name)
            twice.extend(said for _, said, part in self.walk(control) if said == name and part not in controls)
        return twice

    def find(self, name, *roles, below=None):
        return until(lambda: self.look(name, *roles, below=below), f'“{getattr(name, "pattern", name)}”')

    def group(self, name):
        """A group of widgets, by what it is called: a panel before GTK 4.14, and a grouping from then on."""
        return self.look(self.tongue.say(name), self.atspi.Role.PANEL, self.atspi.Role.GROUPING)

    def item(self, start):
        """An item on the timeline, by the beginning of its name; None while it is not there."""
        timeline = self.group('Timeline')
        return timeline and self.look(re.compile(re.escape(start) + '.*'), self.atspi.Role.LIST_ITEM, below=timeline)

    def details(self):
        return self.group('Details')

    def page(self, title, *texts):
        """Wait for the page with this title, and until it says all of these texts."""
        missing = []

        def says():
            details = self.details()
            found = list(self.walk(details)) if details else []
            if not any(name == title and role == self.atspi.Role.HEADING for _, name, role in found):
                return False
            page = '\n'.join(name for _, name, _ in found)
            missing[:] = [text for text in texts if text not in page]
            return not missing
        try:
            until(says, f'the page “{title}”')
        except AssertionError as error:
            raise AssertionError(f'{error}; missing: {missing}') from None

    def act(self, look, what, action=None):
        """Do what a screen reader does to what LOOK finds: its action of that name, or its only one."""
        from gi.repository import GLib

        def done():
            node = look()
            if not node:
                return False
            try:
                names = [node.get_action_name(i) for i in range(node.get_n_actions())]
                if action and action not in names:
                    return False
                return bool(names) and node.do_action(names.index(action) if action else 0)
            except GLib.Error:
                return False
        until(done, f'{what} to act on')

    def act_on_item(self, start):
        self.act(lambda: self.item(start), f'the item “{start}”')

    def act_on(self, name, *roles):
        self.act(lambda: self.look(name, *roles), f'“{name}”')

    def act_on_link(self, name):
        def look():
            details = self.details()
            return details and self.look(name, self.atspi.Role.LINK, below=details)
        self.act(look, f'the link “{name}”')

    def hold_keyboard(self):
        """Without a window manager nobody gives a window the keyboard."""
        xdotool = need('xdotool')
        window = subprocess.run([xdotool, 'search', '--sync', '--onlyvisible', '--class', 'migmeet'],
                                capture_output=True, text=True, timeout=LIMIT, check=True).stdout.split()[-1]
        subprocess.run([xdotool, 'windowfocus', '--sync', window], timeout=LIMIT, check=True)

    def has_focus(self, node):
        from gi.repository import GLib
        try:
            return bool(node) and node.get_state_set().contains(self.atspi.StateType.FOCUSED)
        except GLib.Error:
            return False

    def press(self, key):
        subprocess.run([need('xdotool'), 'key', '--clearmodifiers', key], timeout=LIMIT, check=True)

    def type(self, text):
        subprocess.run([need('xdotool'), 'type', '--clearmodifiers', text], timeout=LIMIT, check=True)

    def description(self, node):
        from gi.repository import GLib
        try:
            return node.get_description() or '' if node else ''
        except GLib.Error:
            return ''

    def hears(self, text):
        """Wait until a screen reader is told TEXT where the focus is: from GTK 4.14 on it is announced, before that
        it becomes the description."""
        until(lambda: any(text in said for said in (self.description(self.focus), *self.announced)), f'“{text}” told')

    def focus_name(self):
        from gi.repository import GLib
        try:
            return self.focus.get_name() or '' if self.focus else ''
        except GLib.Error:
            return ''

    def press_for_focus(self, key):
        """Press a key that moves the focus, and return the name of what has it then."""
        self.focus = None
        self.press(key)
        until(lambda: self.focus, f'the focus to move by {key}')
        return self.focus_name()

    def close(self):
        """Close the window by its action; the program may be gone before it can answer that it did."""
        from gi.repository import GLib
        names = [self.frame.get_action_name(i) for i in range(self.frame.get_n_actions())]
        try:
            self.frame.do_action(names.index('window.close'))
        except GLib.Error:
            pass

    def end(self):
        """Wait until the program has ended by itself, and return its status."""
        self.listener.deregister('object:state-changed:focused')
        self.hearer.deregister('object:announcement')
        try:
            return self.process.wait(LIMIT)
        finally:
            self.stop()

    def stop(self):
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGKILL)
            self.process.wait()

    def complaints(self):
        """What GLib and its kin complained of."""
        return [line for line in self.printed().split('\n') if re.search(r'-(WARNING|CRITICAL|ERROR) \*\*', line)]
