try: pass
except: pass
try:
    pass
except A:
    pass
except (A, B) as e:
    pass
except a.b as c:
    raise
except:
    pass
else:
    pass
finally:
    pass
try:
    pass
finally:
    pass
try:
    try:
        pass
    except A: pass
    else: pass
except x if y else z: pass
