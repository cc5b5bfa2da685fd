"""What somebody has typed so far comes in, ways to go on with it go out."""
