"""The pages of a family: the plan and its parts, Ons plan, the people, the plan on paper."""
