"""What is wrong with a template: its author can put it right, and no page is made until then."""

from wizard.errors import Problem


class TemplateFault(Problem):
    """A template, style sheet or view that asks for something a document may not have.

    Details name places in the template (`file`, `line`, `tag`, `where`), never an answer.
    """
