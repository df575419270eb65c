"""Contradictions found before any search, and questions without an answer: the English words, and the Chinese."""

from __future__ import annotations

__all__ = ["CONTRADICTIONS_ZH"]

CONTRADICTIONS_ZH = {
    "{a} person needs a seat with {b}, {c} can be used": "有{a}人需要{b}座位，可用的只有{c}个",
    "{a} people need a seat with {b}, {c} can be used": "有{a}人需要{b}座位，可用的只有{c}个",
    "add or free such seats, or seat fewer people with the need": "请增设或腾出此类座位，或减少有此需求的就座人员",
    "'wheelchair'": "轮椅",
    "seat {a} is reserved": "座位{a}已预留不用",
    "pin another seat, or free this one": "请改定其他座位，或取消该座位的预留",
    "{a} and {b}: one of them is pinned elsewhere": "{a}与座位{b}：其中之一已另有固定安排",
    "keep one of the two pins": "两项固定座位请只保留一项",
    "{a} person for {b} free seats {c}": "有{a}人要坐在{c}，该处空座只有{b}个",
    "{a} people for {b} free seat {c}": "有{a}人要坐在{c}，该处空座只有{b}个",
    "{a} people for {b} free seats {c}": "有{a}人要坐在{c}，该处空座只有{b}个",
    "widen `where`, or send fewer people there": "请放宽where的范围，或减少安排在该处的人员",
    "nobody is named": "未指定人员",
    "say who might sit there: --person NAME": "请用--person写明谁可能坐在该处",
    "two questions at once": "一次只能提一个问题",
    "ask for a guest's seats without --person and --seat": "询问推荐座位时请勿同时使用--person或--seat",
    "{a} is not present": "{a}不出席",
    "name somebody who is expected to come": "请写出席人员的姓名",
    "{a} has no seat in the plan": "{a}在方案中没有座位",
    "ask for recommended seats instead": "请改用--guest询问推荐座位",
    "several seats are called {a}": "名为{a}的座位不止一个",
    "use the seat's id": "请用座位编号",
    "no plan is named": "未指定方案文件",
    "name the plan behind the event: explain EVENT PLAN": "请在会议文件之后写方案文件：explain EVENT PLAN",
    "in第{a}行": "第{a}排",
    "in第{a}列": "第{a}列",
    "in block {a}": "第{a}区块",
}
"""Letters in braces stand for numbers and for what was typed. Places in them are Chinese already."""
