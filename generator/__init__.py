"""案例集 (anliji): turns a folder of YAML case records into a case library that people read, search and print.

Data flows one way, and each folder is a stage that imports only from the stages below it:

    start      where the command `anliji` begins
    cli        the command `anliji`: its commands and exit codes
    commands/  one command a module: arguments, and what is said
    hosting/   the MkDocs adapter: renders the pages that people write, and the frames for all others
    preview    the site being watched: what `anliji serve` shows
    build      the order of the stages
    making/    the edge: disk, photos, processes, terminal, the preview's server
    outputs/   Library → File: pages, feeds, the handbook's tables
    library/   Case → Library: facets, related cases, statistics, collections
    reading/   bytes → Document → Case or Problem: YAML with positions, validation, the rules
    case/      what a case is: model, vocabulary, prose, problem
"""
