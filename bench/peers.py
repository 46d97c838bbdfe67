# SPDX-License-Identifier: MIT
"""What bench/import and bench/export have in common: the other programs, and the time of the processor that one takes."""
import pathlib
import resource
import subprocess
import sys

SOURCE = pathlib.Path(__file__).resolve().parent.parent
PYTHON, JARS = SOURCE / 'build/consumers/python/bin/python', SOURCE / 'build/consumers/java/lib/*'
PROGRAMS = SOURCE / 'build/release/bench'


def need_peers():
    if not PYTHON.exists():
        sys.exit('no build/consumers (script/consumers-setup gets it)')


def seconds(command, to=subprocess.DEVNULL):
    """What a command takes of the processor, its children included; what it prints goes to a file."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, stdout=to)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
