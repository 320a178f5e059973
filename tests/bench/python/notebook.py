"""Runs a notebook with nbclient: notebook.py CELLS RESULT. CELLS is a JSON list of sources; what cells print is passed on at once."""
import json
import sys

import nbformat
from nbclient import NotebookClient


class Client(NotebookClient):
    """Passes on what cells print, as soon as the kernel sends it."""

    def output(self, outs, msg, display_id, cell_index):
        if msg["msg_type"] == "stream":
            print(msg["content"]["text"], end="", flush=True)
        return super().output(outs, msg, display_id, cell_index)


with open(sys.argv[1]) as cells:
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(source) for source in json.load(cells)])
Client(notebook, kernel_name="python3").execute()
nbformat.write(notebook, sys.argv[2])
