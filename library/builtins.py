from _aiter import aiter
from _aiter import anext
from _complex import complex
from _memoryview import memoryview

