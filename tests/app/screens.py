# SPDX-License-Identifier: GPL-3.0-or-later
"""Two screens and a window manager for the end-to-end tests: an X server without hardware whose screens can be plugged
and unplugged, and what is seen on them.

  Xorg, dummy driver ── DUMMY0, 1280×800 ── DUMMY1, 1920×1080 ── openbox
"""

import ctypes
import os
import subprocess

import stage

CONFIGURATION = '''
Section "ServerFlags"
  Option "AutoAddDevices" "false"
  Option "AutoEnableDevices" "false"
  Option "AutoAddGPU" "false"
  Option "DontVTSwitch" "true"
EndSection
Section "Monitor"
  Identifier "monitor"
  HorizSync 5.0-1000.0
  VertRefresh 5.0-200.0
EndSection
Section "Device"
  Identifier "device"
  Driver "dummy"
  VideoRam 256000
EndSection
Section "Screen"
  Identifier "screen"
  Device "device"
  Monitor "monitor"
  DefaultDepth 24
  SubSection "Display"
    Depth 24
    Virtual 3200 1080
  EndSubSection
EndSection
'''


class TwoScreens(stage.Stage):
    def start_display(self):
        configuration = self.folder / 'xorg.conf'
        configuration.write_text(CONFIGURATION, encoding='utf-8')
        reading, writing = os.pipe()
        with os.fdopen(reading) as number:
            server = self.start(stage.need('Xorg'), '-displayfd', str(writing), '-config', str(configuration),
                                '-logfile', str(self.folder / 'xorg.log'), '-noreset', '-nolisten', 'tcp',
                                '-novtswitch', '-sharevts', pass_fds=(writing,), stdout=subprocess.DEVNULL)
            os.close(writing)
            answer = number.readline().strip()
        if not answer:
            server.wait()
            raise stage.NotHere('an X server with the dummy driver did not start')
        os.environ['DISPLAY'] = f':{answer}'
        self.xrandr('--output', 'DUMMY0', '--mode', '1280x800', '--primary')
        self.plug()
        self.start(stage.need('openbox'), stdout=subprocess.DEVNULL)
        self.eye = Eye()

    def xrandr(self, *arguments):
        subprocess.run([stage.need('xrandr'), *arguments], check=True, capture_output=True, timeout=stage.LIMIT)

    def plug(self):
        """The second screen, to the right of the first."""
        known = subprocess.run([stage.need('xrandr')], check=True, capture_output=True, text=True,
                               timeout=stage.LIMIT).stdout
        if 'DUMMY1 disconnected' in known:
            self.xrandr('--addmode', 'DUMMY1', '1920x1080')
        self.xrandr('--output', 'DUMMY1', '--mode', '1920x1080', '--right-of', 'DUMMY0')
        # The driver tells that it is connected only when it is asked once more.
        self.xrandr('--query')

    def unplug(self):
        self.xrandr('--output', 'DUMMY1', '--off')


class Eye:
    """What is on the screens, pixel by pixel."""

    STEPS = 24

    def __init__(self):
        self.x = ctypes.CDLL('libX11.so.6')
        self.x.XOpenDisplay.restype = ctypes.c_void_p
        self.x.XDefaultRootWindow.argtypes = [ctypes.c_void_p]
        self.x.XDefaultRootWindow.restype = ctypes.c_ulong
        self.x.XGetImage.argtypes = [ctypes.c_void_p, ctypes.c_ulong, ctypes.c_int, ctypes.c_int, ctypes.c_uint,
                                     ctypes.c_uint, ctypes.c_ulong, ctypes.c_int]
        self.x.XGetImage.restype = ctypes.c_void_p
        self.x.XGetPixel.argtypes = [ctypes.c_void_p, ctypes.c_int, ctypes.c_int]
        self.x.XGetPixel.restype = ctypes.c_ulong
        self.x.XDestroyImage.argtypes = [ctypes.c_void_p]
        self.display = self.x.XOpenDisplay(os.environ['DISPLAY'].encode())

    def colours(self, left, top, width, height):
        """The colours of a grid of points, as a set of 0xRRGGBB."""
        root = self.x.XDefaultRootWindow(self.display)
        image = self.x.XGetImage(self.display, root, left, top, width, height, 0xffffff, 2)
        found = {self.x.XGetPixel(image, width * i // self.STEPS, height * k // self.STEPS) & 0xffffff
                 for i in range(self.STEPS) for k in range(self.STEPS)}
        self.x.XDestroyImage(image)
        return found
