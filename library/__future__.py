absolute_import = annotations = division = generator_stop = generators = nested_scopes = print_function = unicode_literals = with_statement = True
