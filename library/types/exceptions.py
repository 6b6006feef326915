# Attributes that exceptions of the machine have by what they say. `get_` in a name marks what is read, not called.

def _quoted_behind(e, words):
    # what stands in quotes behind the words in an exception's message
    text = str(e)
    i = text.find(words)
    if i < 0:
        return None
    i += len(words)
    return text[i:text.find("'", i)]

def AttributeError__get_name(self):
    return _quoted_behind(self, "has no attribute '")

def AttributeError__get_obj(self):
    return None

def NameError__get_name(self):
    name = _quoted_behind(self, "name '")
    return _quoted_behind(self, "variable '") if name is None else name

def ImportError__get_name(self):
    name = _quoted_behind(self, "No module named '")
    return _quoted_behind(self, "' from '") if name is None else name

def ImportError__get_msg(self):
    return self.args[0] if self.args else None

def SyntaxError__get_msg(self):
    return self.args[0] if self.args else None

def OSError__get_filename(self):
    return self.args[2] if len(self.args) > 2 else None

def UnicodeError__get_encoding(self):
    return self.args[0]

def UnicodeError__get_object(self):
    return self.args[1]

def UnicodeError__get_start(self):
    return self.args[2]

def UnicodeError__get_end(self):
    return self.args[3]

def UnicodeError__get_reason(self):
    return self.args[4]
