"""The formulas that read packs, one idea a file. All take metres, square metres, persons; a code comes first."""
