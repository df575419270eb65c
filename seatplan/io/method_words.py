"""How parts were solved, in Chinese: the names of methods, and why an answer holds."""

from __future__ import annotations

import re

from seatplan.problem import Lang

__all__ = ["method_in_words"]

_METHODS = {
    "CP-SAT": "CP-SAT",
    "HiGHS": "HiGHS",
    "Hall's condition": "霍尔条件",
    "all plans": "穷举",
    "assignment": "指派问题",
    "band programme": "分带规划",
    "block programme": "分块规划",
    "dealing": "依次排座",
    "exchanges": "换座改进",
    "none": "未求解",
    "order DP": "次序动态规划",
    "order DP with outsiders": "次序动态规划（含不排序者）",
    "search": "搜索",
    "staying": "保持原座",
    "transportation": "运输问题",
    "zoned blocks": "分区分块规划",
}
_PROOFS = {
    "CP-SAT closed the search over all plans of this part": "CP-SAT 已搜完本部分的全部方案",
    "Hall's condition fails": "不满足霍尔条件",
    "all plans were compared": "已比较全部方案",
    "all ways to share the moves among independent parts": "已比较各独立部分之间分配调整人数的全部方式",
    "an assignment by single seats is a bound": "逐座指派给出下界",
    "as good as the plan before": "与前一方案同样好",
    "dynamic programme over all runs of lines, each chosen run proven": "对全部列段作动态规划，选中的各段均已证明",
    "exact dynamic programme over all plans": "对全部方案作精确动态规划",
    "interrupted": "已中断",
    "isoperimetric and flow bounds over all plans": "对全部方案成立的等周下界与流下界",
    "meets the transportation bound over all plans": "达到对全部方案成立的运输问题下界",
    "minimum cost flow over all plans": "对全部方案求最小费用流",
    "no assignment fills the seats": "没有指派能坐满这些座位",
    "no choice of runs seats every group": "任何列段划分都排不下所有代表团",
    "no dearer than the best plan of which less is asked": "不劣于要求较少时的最优方案",
    "no order-preserving assignment exists": "不存在保持次序的排法",
    "no plan found": "未求得方案",
    "no plan grants all wishes of these tiers in full": "没有方案能完全满足这些级别的全部软性规则",
    "no plan in time": "时限内未求得方案",
    "no plan keeps the order": "没有方案能保持次序",
    "no plan of this pattern": "没有此种形式的方案",
    "no special method decides it": "没有专用方法可判定",
    "no such plan at the price of the bound": "没有代价等于下界的此种方案",
    "none of all plans keeps the musts": "全部方案均不满足硬性规则",
    "none of the runs tried fits": "试过的列段均不可行",
    "one part differs, the others stay; the bound is that of the plan before": "一处不同，余不变；下界同前案",
    "pairs who must keep apart": "有须分开就座的人员",
    "prices too large to fold": "代价过大，无法合并计算",
    "search cut off": "搜索未完成",
    "some people move, the others stay": "部分人员调整，其余不动",
    "the best of all plans": "全部方案中最优",
    "time limit": "因时限停止",
    "too many choices for pairs": "成对人员的选择过多",
}
_TOLERANCE = re.compile(r"HiGHS closed the gap over all plans of this part \(floating point, tolerance (\S+)\)")
_INFEASIBLE = re.compile(r"(\S+) proved that no plan exists")


def method_in_words(text: str, lang: Lang) -> str:
    """Return the name of a method, or why an answer holds, in a language.

    Examples
    --------
    >>> method_in_words("order DP", "zh"), method_in_words("order DP", "en")
    ('次序动态规划', 'order DP')
    """
    if lang == "en":
        return text
    text = _TOLERANCE.sub(r"HiGHS 已对本部分全部方案消除差距（浮点计算，容差 \1）", text)
    text = _INFEASIBLE.sub(r"\1 已证明不存在方案", text)
    return _METHODS.get(text) or _PROOFS.get(text, text)
