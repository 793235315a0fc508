"""Checks a receipt with Python's own library and openssl: verify-receipt.py RECEIPT LEAF VERIFIER-KEY. Exits 1 when it is wrong."""
import base64, hashlib, os, subprocess, sys, tempfile

def sha(*parts): return hashlib.sha256(b"".join(parts)).digest()

def b64(text):
    data = base64.b64decode(text)
    assert base64.b64encode(data).decode() == text
    return data

def root_of(leaf, index, size, proof):
    if size == 1:
        return sha(b"\0", leaf)
    k = 1 << (size - 1).bit_length() - 1
    sibling = proof.pop()
    if index < k:
        return sha(b"\1", root_of(leaf, index, k, proof), sibling)
    return sha(b"\1", sibling, root_of(leaf, index - k, size - k, proof))

def openssl_accepts(text, signature, public_key):
    with tempfile.TemporaryDirectory() as folder:
        names = [os.path.join(folder, name) for name in ("text", "signature", "key.der")]
        for name, data in zip(names, (text, signature, bytes.fromhex("302a300506032b6570032100") + public_key)):
            open(name, "wb").write(data)
        command = "openssl pkeyutl -verify -rawin -pubin -keyform DER -in {} -sigfile {} -inkey {}".format(*names)
        return subprocess.run(command.split(), capture_output=True).returncode == 0

receipt, leaf = (open(path, "rb").read() for path in sys.argv[1:3])
name, key_id, key = sys.argv[3].split("+", 2)
proof_part, text, signatures = receipt.decode().split("\n\n")
first, index, *proof = proof_part.split("\n")
origin, size, root = text.split("\n")
signed_by, signature = signatures.split("\n")[0].removeprefix("\u2014 ").split(" ")
key, signature, proof = b64(key), b64(signature), [b64(line) for line in proof]
assert first == "c2sp.org/tlog-proof@v1" and signatures.endswith("\n") and origin == signed_by == name
assert signature[:4] == bytes.fromhex(key_id) == sha(name.encode(), b"\n", key)[:4] and key[:1] == b"\1"
assert openssl_accepts(f"{text}\n".encode(), signature[4:], key[1:])
number = int(index.removeprefix("index "))
assert number < int(size) and root_of(leaf, number, int(size), proof) == b64(root) and proof == []
print(f"entry {number} of {size} in {origin}")
