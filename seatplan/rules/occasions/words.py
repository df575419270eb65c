"""Words for the parties and roles of occasions."""

from __future__ import annotations

__all__ = ["OF_NO_PARTY", "PARTIES", "ROLES"]

PARTIES = {
    "host": ("the hosts", "主方"),
    "guest": ("the guests", "客方"),
    "government": ("the government", "执政党"),
    "opposition": ("the opposition", "反对党"),
    "cross": ("the cross benches", "中立席"),
    "man": ("the men", "男宾"),
    "woman": ("the women", "女宾"),
    "heads": ("the heads", "首脑"),
    "others": ("the others", "其他人员"),
    "organisations": ("the organisations", "国际组织"),
    "": ("those who belong there", "有关人员"),
}
"""The parties in English and Chinese."""
ROLES = {
    "interpreter": ("interpreter", "翻译"),
    "note_taker": ("note-taker", "记录员"),
    "signer": ("signer", "签字人"),
    "assistant": ("assistant", "助签人"),
    "head": ("leaders", "负责人"),
    "front_bench": ("front bench", "前排"),
    "driver": ("driver", "驾驶人"),
    "host_flag": ("host's flag", "东道主旗"),
    "this_host": ("host", "东道主"),
    "last_host": ("host before", "上届东道主"),
    "next_host": ("next host", "下届东道主"),
    "dinner_host": ("host", "男主人"),
    "dinner_hostess": ("hostess", "女主人"),
    "visitor": ("visiting head of State and spouse", "来访元首夫妇"),
}
"""The roles."""
OF_NO_PARTY = ("this_host", "last_host", "next_host", "dinner_host", "dinner_hostess", "visitor")
"""Roles that are told without a party."""
