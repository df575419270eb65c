"""Groups that keep apart: the rule, the packing, the codes."""
