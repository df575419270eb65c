"""Roles that rules and charts know, by one name each and the words that rosters use for them."""

from __future__ import annotations

__all__ = ["ROLES", "role_name", "role_of"]

ROLES: dict[str, tuple[str, str, str]] = {
    "head": ("head", "团长", "代表团团长 领队 组长 headofdelegation delegationhead leader"),
    "deputy_head": ("deputy head", "副团长", "代表团副团长 deputyhead"),
    "presider": ("presider", "主持人", "主持 会议主持人 chair chairperson moderator presidingofficer"),
    "speaker": ("speaker", "发言人", "发言 发言代表 大会发言 发言者 讲话 报告人 keynote panelist"),
    "interpreter": ("interpreter", "翻译", "译员 口译 translator"),
    "companion": ("companion", "陪同人员", "陪同 陪护 陪护人员 陪同者 家属陪同 carer caregiver attendant"),
    "recipient": ("award recipient", "领奖人", "获奖人 获奖者 受奖人 领奖 awardrecipient laureate"),
    "staff": ("staff member", "工作人员", "会务 会务人员 staffmember"),
}
"""Name of each role in English and Chinese, and further words for it."""

_APART = str.maketrans("", "", " 　_-")


def _key(word: str) -> str:
    return word.translate(_APART).casefold()


_KNOWN = {
    _key(word): role for role, (en, zh, more) in ROLES.items() for word in (role, en, f"{en}s", zh, *more.split())
}


def role_of(word: str) -> str:
    """Return the role that a word means; a word that is not known is a role of its own.

    Examples
    --------
    >>> role_of("陪同"), role_of("Head of delegation"), role_of("usher")
    ('companion', 'head', 'usher')
    """
    return _KNOWN.get(_key(word), word.strip())


def role_name(role: str, lang: str = "en") -> str:
    """Return the name of a role in ``"en"`` or ``"zh"``.

    Examples
    --------
    >>> role_name("companion", "zh"), role_name("usher", "zh")
    ('陪同人员', 'usher')
    """
    if role not in ROLES:
        return role
    return ROLES[role][0] if lang == "en" else ROLES[role][1]
