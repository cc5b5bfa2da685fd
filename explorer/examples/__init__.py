"""What this very graph can be asked: people, meetings and claims of which much is known, and questions about them."""
