"""A mail server for the tests: aiosmtpd (Debian: python3-aiosmtpd), on a free port of this machine.

mail_server.py SECURITY [CERTIFICATE KEY] [USER PASSWORD MECHANISM]

Says its port in the first line, and then every letter that it takes in a line of JSON. What it makes of a letter is in the address:
see Handler. It stops when its standard input is closed.
"""
import asyncio
import base64
import json
import ssl
import sys

from aiosmtpd.smtp import SMTP, AuthResult


class Handler:
    async def handle_RCPT(self, server, session, envelope, address, options):
        refused = {
            "gone": "550 5.1.1 gone@example.org is not known here",
            "elsewhere": "550 5.7.1 Relaying denied for elsewhere@example.org",
            "full": "452 4.2.2 Mailbox full",
            "old": "550 no such user",
        }.get(address.split("@")[0])
        if refused:
            return refused
        if address.startswith("slow@"):
            await asyncio.sleep(3600)
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        if envelope.rcpt_tos[0].startswith("picky@"):
            return "554 5.6.0 Not like this"
        letter = {
            "from": envelope.mail_from,
            "to": envelope.rcpt_tos,
            "data": base64.b64encode(envelope.original_content).decode(),
            "user": session.auth_data,
            "encrypted": session.ssl is not None or server.transport.get_extra_info("sslcontext") is not None,
        }
        print(json.dumps(letter), flush=True)
        return "250 2.0.0 Taken"


async def main(security, *rest):
    rest = list(rest)
    context = None
    if security != "none":
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(rest.pop(0), rest.pop(0))
    settings = {"hostname": "mail.example.org"}
    if rest:
        user, password, mechanism = rest

        def authenticate(server, session, envelope, used, data):
            good = used == mechanism and (data.login.decode(), data.password.decode()) == (user, password)
            return AuthResult(success=good, handled=False, auth_data=user)

        settings |= {
            "authenticator": authenticate,
            "auth_required": True,
            "auth_require_tls": security == "starttls",
            "auth_exclude_mechanism": {"PLAIN", "LOGIN"} - {mechanism},
        }
    if security == "starttls":
        settings |= {"tls_context": context, "require_starttls": True}
    loop = asyncio.get_running_loop()
    server = await loop.create_server(
        lambda: SMTP(Handler(), **settings), "127.0.0.1", 0, ssl=context if security == "implicit" else None
    )
    print(server.sockets[0].getsockname()[1], flush=True)
    await loop.run_in_executor(None, sys.stdin.read)
    server.close()


asyncio.run(main(*sys.argv[1:]))
