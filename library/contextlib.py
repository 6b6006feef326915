# CPython 3.11's contextlib: what makes and stacks context managers.


class AbstractContextManager:
    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, traceback):
        return None


class ContextDecorator:
    def _recreate_cm(self):
        return self

    def __call__(self, func):
        def inner(*args, **keywords):
            with self._recreate_cm():
                return func(*args, **keywords)

        return _wrapped(inner, func)


def _wrapped(wrapper, func):
    for name in ('__module__', '__name__', '__qualname__', '__doc__'):
        if hasattr(func, name):
            setattr(wrapper, name, getattr(func, name))
    wrapper.__wrapped__ = func
    return wrapper


class _GeneratorContextManager(ContextDecorator):
    def __init__(self, func, args, keywords):
        self.gen = func(*args, **keywords)
        self._made_by = func, args, keywords

    def _recreate_cm(self):
        return type(self)(*self._made_by)

    def __enter__(self):
        try:
            return next(self.gen)
        except StopIteration:
            raise RuntimeError("generator didn't yield") from None

    def __exit__(self, kind, value, traceback):
        gen = self.gen
        if kind is None:
            try:
                next(gen)
            except StopIteration:
                return False
            raise RuntimeError("generator didn't stop")
        if value is None:
            value = kind()
        try:
            gen.throw(value)
        except StopIteration as stop:
            # One that was thrown in and comes out again was not handled.
            return stop is not value
        except RuntimeError as error:
            if error is not value and not (isinstance(value, StopIteration) and error.__cause__ is value):
                raise
            return False
        except BaseException as error:
            if error is not value:
                raise
            return False
        raise RuntimeError("generator didn't stop after throw()")


def contextmanager(func):
    return _wrapped(lambda *args, **keywords: _GeneratorContextManager(func, args, keywords), func)


class closing:
    def __init__(self, thing):
        self.thing = thing

    def __enter__(self):
        return self.thing

    def __exit__(self, *details):
        self.thing.close()


class nullcontext:
    def __init__(self, enter_result=None):
        self.enter_result = enter_result

    def __enter__(self):
        return self.enter_result

    def __exit__(self, *details):
        pass


class suppress:
    def __init__(self, *exceptions):
        self._exceptions = exceptions

    def __enter__(self):
        pass

    def __exit__(self, kind, value, traceback):
        return kind is not None and issubclass(kind, self._exceptions)


class ExitStack:
    def __init__(self):
        # What is to be called, last first, with the exception; None and a function for what does not want to know of it.
        self._exits = []

    def __enter__(self):
        return self

    def enter_context(self, cm):
        kind = type(cm)
        enter = getattr(kind, '__enter__', None)
        if enter is None or getattr(kind, '__exit__', None) is None:
            raise TypeError("'" + getattr(kind, '__module__', 'builtins') + '.' + kind.__qualname__ + "' object does not support the context manager protocol")
        result = enter(cm)
        self.push(cm)
        return result

    def push(self, exit):
        method = getattr(type(exit), '__exit__', None)
        self._exits.append(exit if method is None else _bind(method, exit))
        return exit

    def callback(self, callback, /, *args, **keywords):
        def exit(*details):
            callback(*args, **keywords)

        self._exits.append(exit)
        return callback

    def pop_all(self):
        stack = type(self)()
        stack._exits = self._exits
        self._exits = []
        return stack

    def close(self):
        self.__exit__(None, None, None)

    def __exit__(self, kind, value, traceback):
        outer = value
        while self._exits:
            exit = self._exits.pop()
            try:
                handled = exit(None, None, None) if value is None else exit(type(value), value, value.__traceback__)
                if handled:
                    value = None
            except BaseException as error:
                # As if it had been raised inside a with statement of its own.
                if error.__context__ is None and value is not error:
                    error.__context__ = value
                value = error
        if value is outer:
            return False
        if value is None:
            return True
        context = value.__context__
        try:
            raise value
        finally:
            value.__context__ = context


class _Redirection:
    def __init__(self, new_target):
        self._new_target = new_target
        self._old_targets = []

    def __enter__(self):
        self._old_targets.append(self._swap(self._new_target))
        return self._new_target

    def __exit__(self, *details):
        self._swap(self._old_targets.pop())


class AbstractAsyncContextManager:
    async def __aenter__(self):
        return self

    async def __aexit__(self, exc_type, exc_value, traceback):
        return None


class _AsyncGeneratorContextManager:
    def __init__(self, func, args, keywords):
        self.gen = func(*args, **keywords)

    async def __aenter__(self):
        try:
            return await self.gen.__anext__()
        except StopAsyncIteration:
            raise RuntimeError("generator didn't yield") from None

    async def __aexit__(self, kind, value, traceback):
        gen = self.gen
        if kind is None:
            try:
                await gen.__anext__()
            except StopAsyncIteration:
                return False
            raise RuntimeError("generator didn't stop")
        if value is None:
            value = kind()
        try:
            await gen.athrow(value)
        except StopAsyncIteration as stop:
            return stop is not value
        except RuntimeError as error:
            if error is not value and not (isinstance(value, (StopIteration, StopAsyncIteration)) and error.__cause__ is value):
                raise
            return False
        except BaseException as error:
            if error is not value:
                raise
            return False
        raise RuntimeError("generator didn't stop after athrow()")


def asynccontextmanager(func):
    return _wrapped(lambda *args, **keywords: _AsyncGeneratorContextManager(func, args, keywords), func)


class aclosing:
    def __init__(self, thing):
        self.thing = thing

    async def __aenter__(self):
        return self.thing

    async def __aexit__(self, *details):
        await self.thing.aclose()


class AsyncExitStack:
    def __init__(self):
        # Functions to call, last first, with the exception; True with those whose answer is to be awaited.
        self._exits = []

    async def __aenter__(self):
        return self

    async def enter_async_context(self, cm):
        result = await type(cm).__aenter__(cm)
        self._exits.append((_bind(type(cm).__aexit__, cm), True))
        return result

    def enter_context(self, cm):
        result = type(cm).__enter__(cm)
        self._exits.append((_bind(type(cm).__exit__, cm), False))
        return result

    def callback(self, callback, /, *args, **keywords):
        def exit(*details):
            callback(*args, **keywords)

        self._exits.append((exit, False))
        return callback

    def push_async_callback(self, callback, /, *args, **keywords):
        async def exit(*details):
            await callback(*args, **keywords)

        self._exits.append((exit, True))
        return callback

    async def aclose(self):
        await self.__aexit__(None, None, None)

    async def __aexit__(self, kind, value, traceback):
        outer = value
        while self._exits:
            exit, awaits = self._exits.pop()
            try:
                handled = exit(None, None, None) if value is None else exit(type(value), value, value.__traceback__)
                if awaits:
                    handled = await handled
                if handled:
                    value = None
            except BaseException as error:
                value = error
        if value is outer:
            return False
        if value is None:
            return True
        raise value
