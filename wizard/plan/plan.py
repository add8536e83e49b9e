"""The whole plan: one piece per section of the toolkit, every answer optional, typed and frozen."""

from wizard.plan.about import About
from wizard.plan.build import Build
from wizard.plan.define import Define
from wizard.plan.evaluation import Evaluation
from wizard.plan.funding import Funding
from wizard.plan.goals import Goals
from wizard.plan.operations import Operations
from wizard.plan.parts import Piece
from wizard.plan.sign_off import SignOff
from wizard.plan.strategy import Strategy
from wizard.plan.survivors import Survivors
from wizard.plan.trust import Trust


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
