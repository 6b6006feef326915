import hashlib
import hmac

print(hmac.new(b'key', b'The quick brown fox', hashlib.sha256).hexdigest())  # expect: 203d1e5cedd2d18f8c5a3beff0bd9c1ebcb97097dfcb288c46b00c9227fde2c0
h = hmac.HMAC(bytearray(70), digestmod='md5')
h.update(b'a')
other = h.copy()
other.update(b'b')
print(h.hexdigest(), other.hexdigest(), h.name, h.digest_size, h.block_size)  # expect: fb0ae47105ac7d928d0473cbe196c92d f2284e00f0402d4f516d9e12191e205f hmac-md5 16 64
print(hmac.compare_digest(b'ab', b'ab'), hmac.compare_digest('ab', 'ac'), hmac.compare_digest(b'a', b'ab'))  # expect: True False False
for bad in (lambda: hmac.new('k', b'', 'md5'), lambda: hmac.new(b'k'), lambda: hmac.compare_digest('é', 'é')):
    try:
        bad()
    except TypeError as e:
        print(e)  # expect: key: expected bytes or bytearray, but got 'str'
# expect: Missing required parameter 'digestmod'.
# expect: comparing strings with non-ASCII characters is not supported
