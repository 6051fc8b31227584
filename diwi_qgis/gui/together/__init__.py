"""Several people in one register: conflicts before they are saved, what others change, who is at work, one writer on a share."""
