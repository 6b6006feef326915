# CPython 3.11's urllib.parse: addresses taken apart and put together, and texts as they stand in them.
import collections

_SAFE = b'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-~'
_SCHEME = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-.'
# schemes whose addresses have a place to be relative to
_PLACED = ('', 'ftp', 'http', 'gopher', 'nntp', 'imap', 'wais', 'file', 'https', 'shttp', 'mms', 'prospero', 'rtsp', 'rtspu', 'sftp', 'svn', 'svn+ssh', 'ws', 'wss')


def quote_from_bytes(bs, safe='/'):
    if not isinstance(bs, (bytes, bytearray)):
        raise TypeError('quote_from_bytes() expected bytes')
    kept = _SAFE + (safe.encode('ascii', 'ignore') if isinstance(safe, str) else bytes([c for c in safe if c < 128]))
    return ''.join([chr(c) if c in kept else '%%%02X' % c for c in bs])


def quote(string, safe='/', encoding=None, errors=None):
    if isinstance(string, str):
        string = string.encode(encoding or 'utf-8', errors or 'strict')
    elif encoding is not None:
        raise TypeError("quote() doesn't support 'encoding' for bytes")
    elif errors is not None:
        raise TypeError("quote() doesn't support 'errors' for bytes")
    return quote_from_bytes(string, safe)


def quote_plus(string, safe='', encoding=None, errors=None):
    blank = ' ' if isinstance(safe, str) else b' '
    return quote(string, safe + blank, encoding, errors).replace(' ', '+')


def unquote_to_bytes(string):
    if isinstance(string, str):
        string = string.encode()
    parts = bytes(string).split(b'%')
    result = bytearray(parts[0])
    for part in parts[1:]:
        digits = part[:2]
        if len(digits) == 2 and digits.isalnum():
            try:
                result.append(int(digits.decode(), 16))
            except ValueError:
                result.extend(b'%' + part)
            else:
                result.extend(part[2:])
        else:
            result.extend(b'%' + part)
    return bytes(result)


def unquote(string, encoding='utf-8', errors='replace'):
    if isinstance(string, str) and '%' not in string:
        return string
    return unquote_to_bytes(string).decode(encoding, errors)


def unquote_plus(string, encoding='utf-8', errors='replace'):
    return unquote(string.replace('+', ' '), encoding, errors)


def urlencode(query, doseq=False, safe='', encoding=None, errors=None, quote_via=quote_plus):
    pairs = []

    def text(x):
        return quote_via(x, safe) if isinstance(x, bytes) else quote_via(str(x), safe, encoding, errors)

    for key, value in query.items() if hasattr(query, 'items') else query:
        if doseq and not isinstance(value, (str, bytes)) and hasattr(value, '__len__'):
            for item in value:
                pairs.append(text(key) + '=' + text(item))
        else:
            pairs.append(text(key) + '=' + text(value))
    return '&'.join(pairs)


def parse_qsl(qs, keep_blank_values=False, strict_parsing=False, encoding='utf-8', errors='replace', max_num_fields=None, separator='&'):
    if not separator or not isinstance(separator, (str, bytes)):
        raise ValueError('Separator must be of type string or bytes.')
    if isinstance(qs, bytes):
        found = parse_qsl(qs.decode(), keep_blank_values, strict_parsing, encoding, errors, max_num_fields, separator)
        return [(name.encode(), value.encode()) for name, value in found]
    if not qs:
        return []
    if max_num_fields is not None and max_num_fields < 1 + qs.count(separator):
        raise ValueError('Max number of fields exceeded')
    found = []
    for field in qs.split(separator):
        if not field and not strict_parsing:
            continue
        name, equals, value = field.partition('=')
        if not equals and strict_parsing:
            raise ValueError('bad query field: ' + repr(field))
        if value or keep_blank_values and (equals or keep_blank_values):
            found.append((unquote_plus(name, encoding, errors), unquote_plus(value, encoding, errors)))
    return found


def parse_qs(qs, keep_blank_values=False, strict_parsing=False, encoding='utf-8', errors='replace', max_num_fields=None, separator='&'):
    found = {}
    for name, value in parse_qsl(qs, keep_blank_values, strict_parsing, encoding, errors, max_num_fields, separator):
        found.setdefault(name, []).append(value)
    return found


class _Result(collections._NamedTuple):
    _field_defaults = {}

    @property
    def scheme(self):
        return self[0]

    @property
    def netloc(self):
        return self[1]

    @property
    def path(self):
        return self[2]

    @property
    def query(self):
        return self[-2]

    @property
    def fragment(self):
        return self[-1]

    def _place(self):
        return self.netloc.rpartition('@')

    @property
    def username(self):
        who, at, _ = self._place()
        return who.partition(':')[0] if at else None

    @property
    def password(self):
        _, colon, password = self._place()[0].partition(':')
        return password if colon else None

    def _host(self):
        place = self._place()[2]
        _, bracket, inner = place.partition('[')
        if bracket:
            host, _, port = inner.partition(']')
            return host, port.partition(':')[2]
        host, _, port = place.partition(':')
        return host, port

    @property
    def hostname(self):
        return self._host()[0].lower() or None

    @property
    def port(self):
        port = self._host()[1]
        if not port:
            return None
        if not (port.isdigit() and port.isascii()):
            raise ValueError('Port could not be cast to integer value as ' + repr(port))
        if int(port) > 65535:
            raise ValueError('Port out of range 0-65535')
        return int(port)


class SplitResult(_Result):
    _fields = ('scheme', 'netloc', 'path', 'query', 'fragment')

    def geturl(self):
        return urlunsplit(self)


class ParseResult(_Result):
    _fields = ('scheme', 'netloc', 'path', 'params', 'query', 'fragment')

    @property
    def params(self):
        return self[3]

    def geturl(self):
        return urlunparse(self)


class DefragResult(_Result):
    _fields = ('url', 'fragment')

    @property
    def url(self):
        return self[0]

    def geturl(self):
        return self[0] + '#' + self[1] if self[1] else self[0]


def urlsplit(url, scheme='', allow_fragments=True):
    url = url.lstrip(' \x00\t\n\r').replace('\t', '').replace('\n', '').replace('\r', '')
    scheme = scheme.strip(' ')
    at = url.find(':')
    if at > 0 and url[0].isascii() and url[0].isalpha():
        for c in url[:at]:
            if c not in _SCHEME:
                break
        else:
            scheme = url[:at].lower()
            url = url[at + 1:]
    netloc = query = fragment = ''
    if url[:2] == '//':
        end = len(url)
        for c in '/?#':
            at = url.find(c, 2)
            if at >= 0:
                end = min(end, at)
        netloc = url[2:end]
        url = url[end:]
        if ('[' in netloc) != (']' in netloc):
            raise ValueError('Invalid IPv6 URL')
    if allow_fragments:
        url, _, fragment = url.partition('#')
    url, _, query = url.partition('?')
    return SplitResult(scheme, netloc, url, query, fragment)


def urlparse(url, scheme='', allow_fragments=True):
    scheme, netloc, path, query, fragment = urlsplit(url, scheme, allow_fragments)
    path, params = _params(path)
    return ParseResult(scheme, netloc, path, params, query, fragment)


def _params(path):
    # what stands behind a semicolon in the last part
    at = path.find(';', path.rfind('/') + 1)
    return (path, '') if at < 0 else (path[:at], path[at + 1:])


def urlunsplit(components):
    scheme, netloc, url, query, fragment = components
    if netloc or scheme and scheme in _PLACED and url[:2] != '//':
        if url and url[:1] != '/':
            url = '/' + url
        url = '//' + (netloc or '') + url
    if scheme:
        url = scheme + ':' + url
    if query:
        url = url + '?' + query
    return url + '#' + fragment if fragment else url


def urlunparse(components):
    scheme, netloc, url, params, query, fragment = components
    return urlunsplit((scheme, netloc, url + ';' + params if params else url, query, fragment))


def urldefrag(url):
    if '#' not in url:
        return DefragResult(url, '')
    scheme, netloc, path, query, fragment = urlsplit(url)
    return DefragResult(urlunsplit((scheme, netloc, path, query, '')), fragment)


def urljoin(base, url, allow_fragments=True):
    if not base:
        return url
    if not url:
        return base
    base_scheme, base_place, base_path, base_params, base_query, _ = urlparse(base, '', allow_fragments)
    scheme, place, path, params, query, fragment = urlparse(url, base_scheme, allow_fragments)
    if scheme != base_scheme or scheme not in _PLACED:
        return url
    if place:
        return urlunparse((scheme, place, path, params, query, fragment))
    if not path and not params:
        return urlunparse((scheme, base_place, base_path, base_params, query or base_query, fragment))
    return urlunparse((scheme, base_place, _resolved(base_path, path), params, query, fragment))


def _resolved(base, path):
    parts = path.split('/')
    if path[:1] != '/':
        start = base.split('/')
        if start[-1] != '':
            del start[-1]
        parts = start + [part for part in parts[:-1] if part] + parts[-1:]
        parts[1:-1] = [part for part in parts[1:-1] if part]
    result = []
    for part in parts:
        if part == '..':
            if result:
                result.pop()
        elif part != '.':
            result.append(part)
    if parts[-1] in ('.', '..'):
        result.append('')
    return '/'.join(result) or '/'
