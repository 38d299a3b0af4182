"""What the paper of a quote says, part by part."""
