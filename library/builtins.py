from _complex import complex
from _memoryview import memoryview

