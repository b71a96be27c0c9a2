# SPDX-License-Identifier: GPL-3.0-or-later
"""What the program says, in the language that it is started in: the test asks the same catalogues as the program."""

import gettext
import re


class Tongue:
    """Texts of the interface and names of the corpus in a language; without one, as they are written."""

    def __init__(self, language=None, folders=()):
        self.language = language
        self.rtl = bool(language) and re.match('(ar|fa|he|ur)(_|$)', language) is not None
        self.interface = self.find('migmeet', folders)
        self.corpus = self.find('migmeet-corpus', folders)

    def find(self, domain, folders):
        for folder in folders if self.language else ():
            if gettext.find(domain, folder, [self.language]):
                return gettext.translation(domain, folder, [self.language])
        return gettext.NullTranslations()

    def say(self, text, context=None):
        return self.interface.pgettext(context, text) if context else self.interface.gettext(text)

    def count(self, one, many, number):
        return self.interface.ngettext(one, many, number) % number

    def name(self, text, context='event.name'):
        return self.corpus.pgettext(context, text)

    def fill(self, text, context, *values):
        """A text with %1$s and so on, filled in."""
        return re.sub(r'%(\d)\$s', lambda place: values[int(place[1]) - 1], self.say(text, context))
