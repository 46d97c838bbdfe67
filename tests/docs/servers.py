# SPDX-License-Identifier: MIT
"""The servers that the documentation starts, each until the end of its document, on free ports in place of those shown."""
import pathlib
import re
import shutil
import subprocess
import sys
import threading

SOURCE = pathlib.Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(SOURCE / 'tests/consumers'))
import endpoint  # noqa: E402

INSTALLED = SOURCE / 'build/consumers'
FUSEKI = '#!/bin/sh\nexec java -Dlog4j2.configurationFile=none -Dorg.slf4j.simpleLogger.defaultLogLevel=warn -cp "{}/*" ' \
         'org.apache.jena.fuseki.main.cmds.FusekiMainCmd "$@"\n'
PROGRAMS = ('fuseki-server', 'oxigraph', 'virtuoso-t', 'isql-vt', 'curl')
SERVING = ('fuseki-server', 'oxigraph serve', 'virtuoso-t', 'relata serve')
PORT = re.compile(r'(?<=[ :=])(1111|3030|7878|8890)\b')


def install(folder):
    """Puts what is there of the stores where the command lines find it."""
    jars = INSTALLED / 'java/lib'
    if shutil.which('java') and list(jars.glob('jena-fuseki-main-*.jar')):
        (folder / 'bin/fuseki-server').write_text(FUSEKI.format(jars))
        (folder / 'bin/fuseki-server').chmod(0o755)
    if (INSTALLED / 'python/bin/oxigraph').exists():
        (folder / 'bin/oxigraph').symlink_to(INSTALLED / 'python/bin/oxigraph')


class Servers:
    def __init__(self, folder, environment):
        self.folder, self.environment, self.running, self.ports, self.absent = folder, environment, [], {}, {}
        (folder / 'examples/virtuoso.ini').write_text(self.here((SOURCE / 'examples/virtuoso.ini').read_text()))

    def here(self, command):
        """The command with the ports that are free here."""
        return PORT.sub(lambda found: str(self.ports.setdefault(found[1], endpoint.free_port())), command)

    def why_not(self, command):
        """What the command needs and is not there: its program, or the server of its port."""
        program = command.split()[0]
        if program in PROGRAMS and not shutil.which(program, path=self.environment['PATH']):
            return f'no {program}'
        return next((self.absent[port] for port in PORT.findall(command) if port in self.absent), None)

    def skip(self, command, why):
        ports = ['1111', '8890'] if command.startswith('virtuoso-t') else PORT.findall(command)
        self.absent.update(dict.fromkeys(ports, why))

    def start(self, command):
        """Starts a server and waits until it answers; what it says, or None when it ended."""
        words = self.here(command).split()
        process = subprocess.Popen(words, cwd=self.folder, env=self.environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                                   stdin=subprocess.DEVNULL, text=True)
        self.running.append((command, process))
        said = process.stdout.readline() if command.startswith('relata') else ''
        threading.Thread(target=lambda: process.stdout.read(), daemon=True).start()
        port = self.ports['8890' if command.startswith('virtuoso-t') else PORT.findall(command)[0]]
        return said if endpoint.answers(process, f'http://127.0.0.1:{port}/', 60) else None

    def stop(self):
        """Ends all; the commands of those that did not end well."""
        wrong = []
        for command, process in self.running:
            process.terminate()
            try:
                status = process.wait(60)
            except subprocess.TimeoutExpired:
                process.kill()
                status = process.wait()
            if command.startswith('relata') and status != 0:
                wrong.append(f'{command}: ends with {status}')
        return wrong
