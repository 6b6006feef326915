# A builtin that asyncio has under its own name.
Expired = TimeoutError
