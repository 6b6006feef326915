# hashlib: SHA-1 and MD5, in pieces, copies
# homes: native wasm
import hashlib


def error(function, *args):
    try:
        print(function(*args))
    except Exception as e:
        print(type(e).__name__, e)


for make in (hashlib.sha1, hashlib.md5, hashlib.sha256):
    for n in (0, 55, 56, 64, 130):
        print(make(bytes(range(n))).hexdigest())
    h = make(b'abc')
    g = h.copy()
    g.update(bytearray(b'def'))
    h.update(memoryview(b'xyz'))
    print(h.hexdigest(), g.hexdigest(), g.name)
print(hashlib.new('md5', b'a').hexdigest())
error(hashlib.sha1, 'a')
error(hashlib.sha1, 3)
# expect: da39a3ee5e6b4b0d3255bfef95601890afd80709
# expect: 8ae2d46729cfe68ff927af5eec9c7d1b66d65ac2
# expect: 636e2ec698dac903498e648bd2f3af641d3c88cb
# expect: c6138d514ffa2135bfce0ed0b8fac65669917ec7
# expect: 6981ed7d97ffca517d531cd3d1874b43e11f1b46
# expect: 0e3bbd26f46012ccec4776d171f314a00c022d98 1f8ac10f23c5b5bc1167bda84b833e5c057a77d2 sha1
# expect: d41d8cd98f00b204e9800998ecf8427e
# expect: 6912ee65fff2d9f9ce2508cddf8bcda0
# expect: 51fdd1acda72405dfdfa03fcb85896d7
# expect: b2d3f56bc197fd985d5965079b5e7148
# expect: 7c05c285d0263c40a0437421b387a2a1
# expect: 70fb874a43097a25234382390c0baeb3 e80b5017098950fc58aad83c8c14978e md5
# expect: e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
# expect: 463eb28e72f82e0a96c0a4cc53690c571281131f672aa229e0d45ae59b598b59
# expect: da2ae4d6b36748f2a318f23e7ab1dfdf45acdc9d049bd80e59de82a60895f562
# expect: fdeab9acf3710362bd2658cdc9a29e8f9c757fcf9811603a8c447cd1d9151108
# expect: 8d39b60b9c767c58975b270c1d6b13c9b4507e5aee7ad496a3528e4c7f880721
# expect: f312795e322c87461a6f3c49e09897c59ca0d5a36245d2a00f08cbc66eee976d bef57ec7f53a6d40beb640a780a639c83bc29ac8a9816f1fc6c5c6dcd93c4721 sha256
# expect: 0cc175b9c0f1b6a831c399e269772661
# expect: TypeError Strings must be encoded before hashing
# expect: TypeError object supporting the buffer API required
