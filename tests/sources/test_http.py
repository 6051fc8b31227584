"""One way to ask web services, over Python's network and over QGIS': faults are told in words, or mended."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from ogc_server import Reply, Server
from source_files import Stop

from diwi_qgis.errors import Cancelled
from diwi_qgis.progress import Progress
from diwi_qgis.sources.http import Patience, Web
from diwi_qgis.sources.http_faults import ServiceError, TooFarError

HURRY = Patience(connect=2, read=1, whole=3, attempts=3, pause=0.05)


class Scripted(Server):
    """Answers from a list, the last one again and again."""

    def __init__(self, *replies):
        super().__init__()
        self.replies = list(replies)

    def reply(self, path):
        return self.replies.pop(0) if len(self.replies) > 1 else self.replies[0]


GOOD = Reply(b'{"a": 1}')


@pytest.fixture(params=["python", "qgis"])
def web(request):
    """Both ways to the network."""
    if request.param == "python":
        return lambda progress=None, patience=HURRY: Web(progress, patience=patience)
    request.getfixturevalue("qgis_app")
    from diwi_qgis.workspace.network import QgisTransport

    return lambda progress=None, patience=HURRY: Web(
        progress, QgisTransport(whole=patience.whole, largest=patience.largest), patience
    )


def failure(web, server, path="/x"):
    with pytest.raises(ServiceError) as error, web() as asking:
        asking.get(server.url + path)
    return error.value


def test_an_answer_comes_with_headers_and_parameters_are_spelled_for_the_web(web):
    with (
        Scripted(
            Reply(b'{"a": 1}', headers={"Content-Type": "application/json", "Content-Crs": "<x/28992>"})
        ) as server,
        web() as asking,
    ):
        answer = asking.get(server.url + "/items", {"q": "LLS00-B-10 & meer", "crs": "http://x/0/28992"})
    assert answer.document == {"a": 1} and answer.headers["content-crs"] == "<x/28992>"
    assert server.asked == ["/items?q=LLS00-B-10+%26+meer&crs=http%3A%2F%2Fx%2F0%2F28992"]


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
def test_what_may_pass_is_asked_again(web, status):
    said = []

    class Listening(Progress):
        def say(self, text):
            said.append(text.nl)

    with Scripted(Reply(b"druk", status), Reply(b"druk", status), GOOD) as server, web(Listening()) as asking:
        assert asking.get(server.url).document == {"a": 1}
    assert len(server.asked) == 3 and "Nieuwe poging (2/3)" in said[0]


def test_a_server_says_itself_how_long_to_wait(web):
    start = time.monotonic()
    with Scripted(Reply(b"", 429, {"Retry-After": "1"}), GOOD) as server, web() as asking:
        asking.get(server.url)
    assert time.monotonic() - start > 0.9


def test_after_the_last_attempt_the_fault_is_told(web):
    with Scripted(Reply(b"<html><body>Te druk</body></html>", 503, {"Content-Type": "text/html"})) as server:
        error = failure(web, server)
    assert len(server.asked) == 3
    assert "storing" in error.text.nl and "503 Te druk" in error.text.nl and "127.0.0.1" in error.text.nl


@pytest.mark.parametrize(
    ("status", "said"),
    [(204, "204"), (206, "206"), (401, "in te loggen"), (403, "weigert toegang"), (404, "diensten"), (418, "418")],
)
def test_a_refusal_is_final(web, status, said):
    with Scripted(Reply(b"nee", status)) as server:
        error = failure(web, server)
    assert len(server.asked) == 1 and said in error.text.nl


def test_scraping_is_an_error_of_its_own(web):
    body = b"<ows:ExceptionReport><ows:ExceptionText>no scraping &amp; so</ows:ExceptionText></ows:ExceptionReport>"
    with Scripted(Reply(body, 400, {"Content-Type": "text/xml"})) as server:
        error = failure(web, server)
    assert isinstance(error, TooFarError) and "(no scraping & so)" in error.text.nl


@pytest.mark.parametrize(
    ("reply", "said", "times"),
    [
        (Reply(b'{"a": '), "onleesbaar of onvolledig", 3),
        (Reply(b'{"a": 1}', length=500), "", 3),
        (Reply(b'"tekst"'), "onleesbaar", 1),
        (Reply(b"[" * 100_000), "onleesbaar", 3),
        (Reply(b"", 200), "onleesbaar", 3),
        (Reply(b"<html>Inloggen</html>", headers={"Content-Type": "text/html; charset=utf-8"}), "webpagina", 1),
        (
            Reply(b"<ExceptionText>Laag bestaat niet</ExceptionText>", headers={"Content-Type": "text/xml"}),
            "bestaat niet",
            1,
        ),
    ],
)
def test_an_answer_that_is_no_data_is_told(web, reply, said, times):
    with Scripted(reply) as server:
        error = failure(web, server)
    assert said in error.text.nl and "Er is niets gewijzigd" in error.text.nl
    assert len(server.asked) == times


HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"


@pytest.mark.parametrize(
    "reply",
    [
        Reply(b'{"a": 1}', length=500, hold=30),
        Reply(raw=HEAD, hold=30),
        Reply(raw=b"", hold=30),
        Reply(raw=HEAD + b'Transfer-Encoding: chunked\r\n\r\n8\r\n{"a": 1}\r\n', hold=30),
    ],
    ids=["half a body", "half a head", "nothing", "a chunk"],
)
def test_a_server_that_falls_silent_half_way_is_not_waited_for(web, reply):
    """The connection stays open: there is no sign that nothing will come."""
    start = time.monotonic()
    with Scripted(reply) as server:
        said = failure(web, server).text.nl
    assert "niet op tijd" in said or "timed out" in said
    assert len(server.asked) == 3 and time.monotonic() - start < 10


@pytest.mark.parametrize(
    "reply",
    [
        Reply(raw=b""),
        Reply(raw=HEAD),
        Reply(raw=HEAD + b'Transfer-Encoding: chunked\r\n\r\n50\r\n{"a"'),
        Reply(raw=b"", reset=True),
        Reply(b'{"a": 1', length=50, reset=True),
    ],
    ids=["nothing", "half a head", "half a chunk", "reset", "reset half way"],
)
def test_a_server_that_hangs_up_is_asked_again(web, reply):
    with Scripted(reply, GOOD) as server, web() as asking:
        assert asking.get(server.url).document == {"a": 1}
    assert 2 <= len(server.asked) <= 3  # Qt asks once more by itself


@pytest.mark.parametrize(
    "reply",
    [
        Reply(raw=b"220 mail.example ESMTP\r\n"),
        Reply(raw=b"HTTP/1.1 tweehonderd OK\r\n\r\n{}"),
        Reply(b'{"a": 1}', headers={"Content-Type": "application/json", "Content-Encoding": "gzip"}),
        Reply(b'{"a": 1}', length=3),
        Reply('{"a": "é"}'.encode("latin1")),
    ],
    ids=["another protocol", "no status", "not packed", "too short", "another encoding"],
)
def test_an_answer_that_lies_about_itself_is_never_taken(web, reply):
    with Scripted(reply) as server:
        assert "Er is niets gewijzigd" in failure(web, server).text.nl
    assert len(server.asked) <= 12  # we thrice, and Qt each time three times more


def test_an_answer_without_end_does_not_fill_the_memory(web):
    class Flood(Server):
        def reply(self, path):
            return Reply(b"[" + b"1," * 2_000_000, length=10**12)

    asking = web(patience=Patience(read=5, whole=30, attempts=2, largest=1_000_000))
    with Flood() as server, asking, pytest.raises(ServiceError, match="te groot"):
        asking.get(server.url)
    assert len(server.asked) == 1


def test_a_redirect_to_a_file_of_the_computer_is_not_followed(web, tmp_path):
    secret = tmp_path / "geheim.json"
    secret.write_text('{"wachtwoord": "x"}')
    with Scripted(Reply(b"", 302, {"Location": secret.as_uri()})) as server:
        failure(web, server)
    assert len(server.asked) == 1


def test_a_connection_that_breaks_off_half_way_is_tried_again(web):
    with Scripted(Reply(b'{"a": 1', length=50), GOOD) as server, web() as asking:
        assert asking.get(server.url).document == {"a": 1}


def test_a_redirect_is_followed_also_a_relative_one(web):
    class Moved(Server):
        def reply(self, path):
            return GOOD if path == "/daar" else Reply(b"", 302, {"Location": "/daar"})

    with Moved() as server, web() as asking:
        assert asking.get(server.url + "/hier").document == {"a": 1}


@pytest.mark.parametrize("whole", [True, False])
def test_redirects_in_a_circle_end(web, whole):
    """QGIS 3.40 follows whole addresses for ever; then the time for an answer ends it."""

    class Circle(Server):
        def reply(self, path):
            time.sleep(0.02)
            return Reply(b"", 302, {"Location": (self.url if whole else "") + ("/b" if path == "/a" else "/a")})

    with Circle() as server:
        said = failure(web, server, "/a").text.nl
    assert "stuurt steeds door" in said or (whole and "nog geen heel antwoord" in said)


def test_a_slow_server_is_not_waited_for_for_ever(web):
    with Scripted(Reply(b"{}", delay=30)) as server:
        assert "niet op tijd" in failure(web, server).text.nl
        assert len(server.asked) == 3


def test_an_answer_that_drips_has_an_end(web):
    asking = web(patience=Patience(read=5, whole=1, attempts=2))
    with Scripted(Reply(b"{" * 1000, drip=0.2)) as server, asking, pytest.raises(ServiceError, match="nog geen heel"):
        asking.get(server.url)
    assert len(server.asked) == 1


def test_without_connection_it_says_so(web):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(ServiceError) as error, web() as asking:
        asking.get(f"http://127.0.0.1:{port}/")
    assert "geen verbinding" in error.value.text.nl and "eerder is opgehaald" in error.value.text.nl


def test_an_unknown_host_is_named(web):
    with pytest.raises(ServiceError, match=r"diensten\.invalid") as error, web() as asking:
        asking.get("http://diensten.invalid/wfs")
    assert "geen verbinding" in error.value.text.nl


def test_a_server_without_proper_certificate_is_not_believed(web):
    with Scripted(GOOD) as server, pytest.raises(ServiceError, match="certificaat"), web() as asking:
        asking.get(server.url.replace("http:", "https:"))
    assert server.asked == []


def test_a_proxy_that_is_not_there_is_told(monkeypatch):
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("NO_PROXY", "")
    with pytest.raises(ServiceError, match="proxyserver"), Web(patience=HURRY) as asking:
        asking.get("http://service.example/wfs")


def test_cancel_does_not_wait_for_a_slow_server():
    with Scripted(Reply(b"{}", delay=30)) as server:
        start = time.monotonic()
        with pytest.raises(Cancelled), Web(Stop(after=4), patience=Patience()) as asking:
            asking.get(server.url)
        assert time.monotonic() - start < 5  # the server would take 30


def test_cancel_does_not_wait_for_a_slow_server_in_qgis_either(qgis_app):
    from qgis.core import QgsFeedback

    from diwi_qgis.workspace.network import QgisTransport

    feedback, outcome = QgsFeedback(), []

    def ask(url):
        try:
            with Web(transport=QgisTransport(feedback), patience=Patience()) as asking:
                asking.get(url)
        except Cancelled:
            outcome.append(time.monotonic())

    with Scripted(Reply(b"{}", delay=30)) as server:
        thread = threading.Thread(target=ask, args=(server.url,))
        thread.start()
        while not server.asked:
            time.sleep(0.02)
        start = time.monotonic()
        feedback.cancel()
        thread.join(20)
    assert outcome and outcome[0] - start < 5


def test_cancel_interrupts_the_pause_before_another_attempt(web):
    with Scripted(Reply(b"", 429, {"Retry-After": "29"})) as server:
        start = time.monotonic()
        with pytest.raises(Cancelled), web(Stop(after=8)) as asking:
            asking.get(server.url)
        assert time.monotonic() - start < 10


def test_a_locked_login_is_told_at_once_and_is_for_its_own_address_only(qgis_app):
    from qgis.core import QgsApplication

    from diwi_qgis.errors import InputError
    from diwi_qgis.workspace.network import QgisTransport

    QgsApplication.authManager().clearMasterPassword()  # wherever another test left it
    with Scripted(GOOD) as server:
        asking = Web(transport=QgisTransport(logins={f"{server.url}/wfs": "abc1234"}), patience=HURRY)
        assert asking.get(server.url + "/wfs-of-another").document == {"a": 1}
        with pytest.raises(InputError, match="hoofdwachtwoord"):
            asking.get(server.url + "/wfs")
    assert server.asked == ["/wfs-of-another"]


#: A login needs the database of logins, and its master password: in a program and a profile of their own.
WITH_LOGIN = """
import json, os, sys
sys.path[:0] = [{root!r}, {root!r} + "/tests/sources"]
from qgis.core import QgsApplication, QgsAuthMethodConfig
application = QgsApplication([], True)
application.initQgis()
logins = QgsApplication.authManager()
assert logins.setMasterPassword("hoofd", True)
login = QgsAuthMethodConfig("Basic")
login.setName("dienst")
login.setConfig("username", "jan")
login.setConfig("password", "x")
assert logins.storeAuthenticationConfig(login)
from ogc_server import Reply, Server
from diwi_qgis.sources.http import Web
from diwi_qgis.sources.http_faults import ServiceError
from diwi_qgis.workspace.network import QgisTransport

class Listening(Server):
    def __init__(self, leads=lambda path: None):
        super().__init__()
        self.leads, self.logins = leads, []

    def reply(self, path):
        there = self.leads(path)
        return Reply(b'{{"a": 1}}') if there is None else Reply(b"", 302, {{"Location": there}})

    def _send(self, handler, reply):
        self.logins.append("Authorization" in handler.headers)
        super()._send(handler, reply)

said = []
with Listening() as other, Listening(lambda path: {{"/weg": other.url + "/x", "/hier": own.url + "/y"}}.get(path)) as own:
    web = Web(transport=QgisTransport(logins={{own.url: login.id()}}))
    answer = web.get(own.url + "/hier").document
    try:
        web.get(own.url + "/weg")
    except ServiceError as error:
        said.append(error.text.nl)
    print("RESULT " + json.dumps(dict(answer=answer, said=said, own=own.logins, other=other.logins)))
sys.stdout.flush()
os._exit(0)
"""


def test_a_login_is_never_sent_where_a_server_redirects_to(tmp_path):
    root = str(Path(__file__).resolve().parents[2])
    own = {**os.environ, "QGIS_CUSTOM_CONFIG_PATH": str(tmp_path), "QGIS_AUTH_DB_DIR_PATH": str(tmp_path)}
    program = WITH_LOGIN.format(root=root)
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, env=own, check=False)
    line = next((line for line in done.stdout.splitlines() if line.startswith("RESULT ")), None)
    assert line, done.stderr[-3000:]
    result = json.loads(line[7:])
    assert result["answer"] == {"a": 1} and result["own"] == [True, True, True]
    assert result["other"] == [] and "een andere server" in result["said"][0]
