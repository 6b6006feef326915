# What import statements call.

def _import_from(module, name):
    try:
        return _getattr(module, name)
    except AttributeError:
        raise ImportError(_say("cannot import name '$' from '$'", name, module.__name__)) from None

