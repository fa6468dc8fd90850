"""From a scene or a picture to text or bytes, in every format."""
