"""The whole plan: one piece per section of the toolkit, every answer optional, typed and frozen."""

from wizard.plan.sections.about import About
from wizard.plan.sections.build import Build
from wizard.plan.sections.define import Define
from wizard.plan.sections.evaluation import Evaluation
from wizard.plan.sections.funding import Funding
from wizard.plan.sections.goals import Goals
from wizard.plan.sections.operations import Operations
from wizard.plan.sections.parts import Piece
from wizard.plan.sections.sign_off import SignOff
from wizard.plan.sections.strategy import Strategy
from wizard.plan.sections.survivors import Survivors
from wizard.plan.sections.trust import Trust


class Plan(Piece):
    """A partnership plan, in the toolkit's order. `None` means not answered yet; what is there is fit."""

    about: About = About()
    define: Define = Define()
    build: Build = Build()
    goals: Goals = Goals()
    strategy: Strategy = Strategy()
    evaluation: Evaluation = Evaluation()
    operations: Operations = Operations()
    trust: Trust = Trust()
    survivors: Survivors = Survivors()
    funding: Funding = Funding()
    sign_off: SignOff = SignOff()
