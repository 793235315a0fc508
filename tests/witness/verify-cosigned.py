"""Checks a cosigned checkpoint with Python's own library and openssl: verify-cosigned.py NOTE LOG-KEY WITNESS-KEY. Exits 1 when it is wrong."""
import base64, datetime, hashlib, os, subprocess, sys, tempfile

def openssl_accepts(text, signature, public_key):
    with tempfile.TemporaryDirectory() as folder:
        names = [os.path.join(folder, name) for name in ("text", "signature", "key.der")]
        for name, data in zip(names, (text, signature, bytes.fromhex("302a300506032b6570032100") + public_key)):
            open(name, "wb").write(data)
        command = "openssl pkeyutl -verify -rawin -pubin -keyform DER -in {} -sigfile {} -inkey {}".format(*names)
        return subprocess.run(command.split(), capture_output=True).returncode == 0

def key_in(vkey, kind):
    name, key_id, key = vkey.split("+", 2)
    key = base64.b64decode(key)
    assert key[0] == kind and hashlib.sha256(name.encode() + b"\n" + key).digest()[:4].hex() == key_id
    return name, bytes.fromhex(key_id), key[1:]

def signatures_by(name, key_id):
    for line in lines:
        dash, signer, encoded = line.split(" ")
        data = base64.b64decode(encoded)
        assert dash == "\u2014" and base64.b64encode(data).decode() == encoded
        if (signer, data[:4]) == (name, key_id):
            yield data[4:]

note = open(sys.argv[1], "rb").read().decode()
text, lines = note[: note.rindex("\n\n") + 1], note[note.rindex("\n\n") + 2 : -1].split("\n")
log, witness = key_in(sys.argv[2], 1), key_in(sys.argv[3], 4)
origin, size, root = text.rstrip("\n").split("\n")
assert note.endswith("\n") and origin == log[0] and len(base64.b64decode(root)) == 32
(signature,) = signatures_by(*log[:2])
assert openssl_accepts(text.encode(), signature, log[2])
(cosignature,) = signatures_by(*witness[:2])
time = int.from_bytes(cosignature[:8], "big")
assert openssl_accepts(f"cosignature/v1\ntime {time}\n{text}".encode(), cosignature[8:], witness[2])
when = datetime.datetime.fromtimestamp(time, datetime.timezone.utc).isoformat().replace("+00:00", ".000Z")
print(f"{size} entries of {origin}, witnessed by {witness[0]} at {when}")
