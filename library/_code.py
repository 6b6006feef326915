# exec(), eval() and compile() of the texts that the compiler found in the program: _texts is the table which it makes of them.
from _texts import find
from _texts import main

_missing = ['']

class _Names:
    # where an executed text's names live: its globals are a dict or the module, its locals a mapping, or None where they are the globals
    def __init__(self, globals, locals, shows=False):
        self.globals = globals
        self.locals = locals
        self.shows = shows

    def get(self, name, otherwise):
        if self.locals is not None:
            try:
                return self.locals[name]
            except KeyError:
                pass
        globals = self.globals
        if not isinstance(globals, dict):
            try:
                return _getattr(globals, name)
            except AttributeError:
                return otherwise
        if otherwise is not _missing and '__builtins__' in globals:
            return _builtin(globals['__builtins__'], name, globals.get(name, _missing), otherwise)
        return globals.get(name, otherwise)

    def __getitem__(self, name):
        x = self.get(name, _missing)
        if x is _missing:
            raise NameError(_say("name '$' is not defined", name))
        return x

    def put(self, name, x):
        self[name] = x
        return x

    def __setitem__(self, name, x):
        if self.locals is not None:
            self.locals[name] = x
        elif isinstance(self.globals, dict):
            self.globals[name] = x
        else:
            setattr(self.globals, name, x)

    def __delitem__(self, name):
        try:
            if self.locals is not None:
                del self.locals[name]
            elif isinstance(self.globals, dict):
                del self.globals[name]
            else:
                delattr(self.globals, name)
        except (KeyError, AttributeError):
            raise NameError(_say("name '$' is not defined", name)) from None

    def drop(self, name):
        # what except leaves behind
        try:
            del self[name]
        except NameError:
            pass

    def all(self):
        # globals(), or locals() at the text's top level
        if self.locals is not None:
            return self.locals
        return self.globals if isinstance(self.globals, dict) else _getattr(self.globals, '__dict__')

    def show(self, x):
        # an expression as a statement: mode 'single' prints it
        if self.shows and x is not None:
            print(repr(x))
        return x

def _builtin(builtins, name, x, otherwise):
    # a program may give other builtins, or none
    if x is _missing:
        x = builtins.get(name, _missing) if isinstance(builtins, dict) else otherwise
        if x is _missing:
            raise NameError(_say("name '$' is not defined", name))
    return x

class code:
    __module__ = 'builtins'
    co_name = '<module>'

    def __init__(self, unit, filename, mode):
        self.unit = unit
        self.co_filename = filename
        self.mode = mode

    def __repr__(self):
        return _say('<code object <module> at $, file "$", line 1>', hex(id(self)), self.co_filename)

def compile(source, filename, mode, flags=0, dont_inherit=False, optimize=-1):
    if mode not in ('exec', 'eval', 'single'):
        raise ValueError("compile() mode must be 'exec', 'eval' or 'single'")
    try:
        unit = _unit_of(source, mode, 'compile() arg 1 must be a string, bytes or AST object')
    except SyntaxError as e:
        raise type(e)(str(e).replace('<string>', filename)) from None
    return code(unit, filename, mode)

def exec(source, globals=None, locals=None, /, module=None, here=None):
    _run('exec', source, globals, locals, module, here)

def eval(source, globals=None, locals=None, /, module=None, here=None):
    return _run('eval', source, globals, locals, module, here)

def _run(mode, source, globals, locals, module, here):
    if not isinstance(source, code):
        source = code(_unit_of(source, mode, mode + '() arg 1 must be a string, bytes or code object'), '<string>', mode)
    if globals is None or globals is module:
        around = main if module is None else module
        if isinstance(around, _Names):
            here = here or around.locals
            around = around.globals
        if globals is None and locals is None:
            locals = here
        globals = around
    elif not isinstance(globals, dict):
        raise TypeError(_say('exec() globals must be a dict, not %', globals) if mode == 'exec' else 'globals must be a dict')
    if locals is globals:
        locals = None
    elif locals is not None and not isinstance(locals, dict) and _find(locals, '__getitem__') is None:
        raise TypeError(_say('locals must be a mapping or None, not %', locals) if mode == 'exec' else 'locals must be a mapping')
    outer = _Names(globals, None)
    names = outer
    if locals is not None or source.mode == 'single':
        names = _Names(globals, locals, source.mode == 'single')
    x = source.unit(names, outer)
    return x if source.mode == 'eval' else None

def _refuse_characters(text):
    # what is no code, though the table does not have it
    for c in text:
        if c in '"\'#':
            break
        if c < ' ' and c not in '\t\n\r\f':
            n = ord(c)
            raise SyntaxError('invalid non-printable character U+00' + str(n >> 4) + '0123456789ABCDEF'[n & 15] + ' (<string>, line 1)')

def _unit_of(source, mode, refused):
    if isinstance(source, str):
        text = source
    elif isinstance(source, (bytes, bytearray)):
        text = source.decode()
    elif _find(source, '__buffer__') is not None:
        text = source.tobytes().decode()
    else:
        raise TypeError(refused)
    if '\0' in text:
        raise SyntaxError('source code string cannot contain null bytes')
    if mode == 'eval':
        text = text.lstrip(' \t')
    unit = find(text.rstrip(' \t\n\r\f'), mode)
    if unit is None:
        _refuse_characters(text)
        raise NotImplementedError(mode + '() of a text made at run time: only texts that stand in the program can be executed')
    return unit
