"""Words come in, an answer goes out: question files, parameters, names, phrases. See questions.py and answering.py."""
