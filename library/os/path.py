# What os.path does with texts alone.
sep = '/'


def isabs(path):
    return path.startswith('/')


def join(path, *others):
    for part in others:
        if part.startswith('/') or not path:
            path = part
        elif path.endswith('/'):
            path += part
        else:
            path += '/' + part
    return path


def split(path):
    i = path.rfind('/') + 1
    head = path[:i]
    return head.rstrip('/') or head, path[i:]


def dirname(path):
    return split(path)[0]


def basename(path):
    return path[path.rfind('/') + 1 :]


def splitext(path):
    dot = path.rfind('.')
    # Dots at the beginning of a name are part of it.
    if path[path.rfind('/') + 1 : dot if dot > 0 else 0].strip('.'):
        return path[:dot], path[dot:]
    return path, ''


def normpath(path):
    # Two slashes at the beginning stay, more are one.
    root = '//' if path.startswith('//') and not path.startswith('///') else '/' if path.startswith('/') else ''
    parts = []
    for part in path.split('/'):
        if part == '..' and parts and parts[-1] != '..':
            parts.pop()
        elif part and part != '.' and (part != '..' or not root):
            parts.append(part)
    return root + '/'.join(parts) or '.'
