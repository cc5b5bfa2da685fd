"""What somebody types comes in, what may be meant is offered: names, and questions that begin like that."""
