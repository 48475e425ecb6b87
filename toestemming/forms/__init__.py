"""What is typed and ticked about consent."""
