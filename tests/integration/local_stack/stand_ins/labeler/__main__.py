import sys

from stand_in import main

main(sys.argv[1])
