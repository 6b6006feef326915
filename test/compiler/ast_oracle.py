"""What CPython 3.11 makes of Python files, for the tests to compare with.

Usage: python3 ast_oracle.py ast|scopes|errors < list-of-paths. Prints one JSON object a path, one a line:
ast     {"lines": [...]}, one line a node, in the form that dump-ast.ts prints; {"skip": reason} if the file uses what
        the subset leaves out
scopes  {"lines": [...]}, one line a symbol
errors  {"line": n, "message": text} of the SyntaxError that compiling raises; {"line": 0} if it raises none
"""

import ast
import json
import struct
import symtable
import sys
import warnings

SKIPPED_FIELDS = {"type_comment", "type_ignores", "kind"}
LEFT_OUT = (ast.TryStar,)


def constant(value):
    if value is None or value is True or value is False:
        return str(value).lower()
    if value is Ellipsis:
        return "ellipsis"
    if isinstance(value, int):
        return "int " + format(value, "x")
    if isinstance(value, float):
        return "float " + struct.pack(">d", value).hex()
    if isinstance(value, complex):
        return "complex " + struct.pack(">d", value.imag).hex()
    if isinstance(value, bytes):
        return "bytes " + value.hex()
    return "str " + json.dumps(value)


def scalar(name, value):
    if name == "conversion":
        return None if value == -1 else chr(value)
    if name == "simple":
        return bool(value)
    return value


def dump(node, label, depth, lines, with_position):
    kind = type(node).__name__
    text = f"{' ' * depth}{label}{kind}"
    if with_position and hasattr(node, "lineno"):
        text += f" {node.lineno}:{node.col_offset}-{node.end_lineno}:{node.end_col_offset}"
    if isinstance(node, (ast.Constant, ast.MatchSingleton)):
        lines.append(f"{text} {constant(node.value)}")
        return
    children = []
    for name in node._fields:
        value = getattr(node, name, None)
        if name in SKIPPED_FIELDS:
            continue
        if isinstance(value, (ast.operator, ast.unaryop, ast.boolop, ast.expr_context)):
            text += f" {name}={type(value).__name__}"
        elif name == "ops":
            text += f" ops={','.join(type(op).__name__ for op in value)}"
        elif isinstance(value, ast.AST):
            children.append((name, value))
        elif isinstance(value, list):
            text += f" {name}[{len(value)}]"
            for item in value:
                if isinstance(item, ast.AST):
                    children.append((name, item))
                else:
                    text += f" {json.dumps(item)}"
        else:
            text += f" {name}={json.dumps(scalar(name, value))}"
    lines.append(text)
    with_position = with_position and not isinstance(node, ast.JoinedStr)
    for name, child in children:
        dump(child, name + ".", depth + 1, lines, with_position)


class WithoutAnnotations(ast.NodeTransformer):
    """Annotations never reach the bytecode, so scopes do not look into them."""

    def visit_arg(self, node):
        node.annotation = None
        return node

    def visit_FunctionDef(self, node):
        node.returns = None
        return self.generic_visit(node)

    visit_AsyncFunctionDef = visit_FunctionDef

    def visit_AnnAssign(self, node):
        node.annotation = ast.Constant(0)
        return self.generic_visit(node)


FLAGS = (
    "parameter", "global", "declared_global", "nonlocal", "local", "free", "imported", "annotated", "bound",
    "referenced",
)


def has_flag(symbol, flag):
    if flag == "bound":
        return symbol.is_assigned() or symbol.is_parameter() or symbol.is_imported()
    return getattr(symbol, "is_" + flag)()


def dump_scope(table, depth, lines):
    name = table.get_name()
    lines.append(f"{' ' * depth}{table.get_type()} {name}")
    for symbol in sorted(table.get_symbols(), key=lambda symbol: symbol.get_name()):
        if symbol.get_name() == ".0":
            continue
        flags = [flag for flag in FLAGS if has_flag(symbol, flag)]
        if table.get_type() == "module" and "declared_global" in flags:
            # A trace that `global` statements of functions leave in CPython's table of the module.
            flags.remove("declared_global")
            if flags == ["global"] and not symbol.is_referenced():
                continue
        elif table.get_name() == "top" and "local" in flags and "global" in flags and table.get_type() != "module":
            # symtable takes every function of this name for the module.
            flags.remove("global")
        lines.append(f"{' ' * depth} {symbol.get_name()} {' '.join(flags)}".rstrip())
    for child in table.get_children():
        dump_scope(child, depth + 1, lines)


def answer(mode, path):
    with open(path, "rb") as file:
        source = file.read()
    if mode == "errors":
        try:
            compile(source, path, "exec", dont_inherit=True)
            return {"line": 0}
        except SyntaxError as error:
            return {"line": error.lineno, "message": error.msg}
    tree = ast.parse(source)
    for node in ast.walk(tree):
        if isinstance(node, LEFT_OUT):
            return {"skip": type(node).__name__}
    lines = []
    if mode == "ast":
        dump(tree, "", 0, lines, True)
    else:
        stripped = ast.unparse(WithoutAnnotations().visit(tree))
        dump_scope(symtable.symtable(stripped, path, "exec"), 0, lines)
    return {"lines": lines}


def main():
    warnings.simplefilter("ignore")
    sys.setrecursionlimit(20000)
    mode = sys.argv[1]
    for path in sys.stdin.read().splitlines():
        try:
            result = answer(mode, path)
        except (SyntaxError, ValueError) as error:
            result = {"skip": repr(error)}
        print(json.dumps(result))


main()
