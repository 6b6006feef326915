# hashlib: SHA-256
import hashlib

h = hashlib.sha256(b'abc')
print(h.hexdigest(), h.digest()[:4], h.name, h.digest_size, h.block_size)  # expect: ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad b'\xbax\x16\xbf' sha256 32 64
